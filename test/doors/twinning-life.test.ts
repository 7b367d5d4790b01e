import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse } from 'graphql';
import { aMembership } from '#cities/testing';
import { member, sessionOf } from '#people/testing';
import { viewerDependent } from '#platform/graphql';
import { aMentorOffer, aProposal, aSide, aTwinning, type Side } from '#twinning/testing';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const addMilestone = `mutation($input: AddMilestoneInput!) { addMilestone(input: $input) { milestones { id title dueOn doneAt } } }`;
const completeMilestone = 'mutation($id: ID!) { completeMilestone(id: $id) { milestones { doneAt } } }';
const logExchange = `mutation($input: LogExchangeInput!) { logExchange(input: $input) {
  exchanges { format title startsAt endsAt timeZone notes location } } }`;
const evaluate = `mutation($input: EvaluateTwinningInput!) { evaluateTwinning(input: $input) {
  evaluations { by { id } rating learned wouldRecommend } viewer { canEvaluateFor } } }`;
const end = 'mutation($input: EndTwinningInput!) { endTwinning(input: $input) { status endedAt endReason health } }';

describe('the life of a twinning', () => {
  let gemina: Gemina;

  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  async function underWay(): Promise<{ id: string; mentor: Side; learner: Side }> {
    const [mentor, learner] = await Promise.all([aSide(gemina.app), aSide(gemina.app)]);
    await aMentorOffer(gemina.app, { cityId: mentor.city.id });
    const { id } = await aTwinning(gemina.app, { mentorId: mentor.city.id, learnerId: learner.city.id });
    return { id, mentor, learner };
  }

  const visit = (id: string): Data => ({
    twinningId: id,
    format: 'STUDY_VISIT',
    title: 'Three days in the social housing office',
    startsAt: '2027-03-01T08:00:00.000Z',
    endsAt: '2027-03-03T16:00:00.000Z',
    timeZone: 'Europe/Vienna',
    location: 'Town hall',
  });

  it('keeps milestones and exchanges for practitioners of both cities, and shows them to nobody else', async () => {
    const { id, learner, mentor } = await underWay();
    const practitioner = await member(gemina.app);
    await aMembership(gemina.app, { personId: practitioner.id, bodyId: learner.city.id, role: 'PRACTITIONER' });
    const other = await aSide(gemina.app);
    const look = 'query($id: ID!) { twinning(id: $id) { milestones { title } exchanges { title } } }';

    const added = await gemina.ask(
      addMilestone,
      { input: { twinningId: id, title: ' First council ', dueOn: '2027-01-31' } },
      practitioner.token,
    );
    const milestone = added['addMilestone'].milestones[0] as Data;
    const done = await gemina.ask(completeMilestone, { id: milestone['id'] }, mentor.person.token);
    const again = await gemina.ask(completeMilestone, { id: milestone['id'] }, mentor.person.token);
    const logged = await gemina.ask(logExchange, { input: visit(id) }, practitioner.token);
    const seen = await gemina.ask(look, { id }, other.person.token);
    const nodeSeen = await gemina.ask(
      'query($id: ID!) { node(id: $id) { id } }',
      { id: milestone['id'] },
      other.person.token,
    );

    assert.deepEqual(milestone, {
      id: milestone['id'] as string,
      title: 'First council',
      dueOn: '2027-01-31',
      doneAt: null,
    });
    assert.ok(done['completeMilestone'].milestones[0].doneAt);
    assert.deepEqual(again, done);
    const { twinningId: _, ...expected } = visit(id);
    assert.deepEqual(logged['logExchange'].exchanges, [{ ...expected, notes: null }]);
    assert.deepEqual(seen['twinning'], { milestones: [], exchanges: [] });
    assert.equal(nodeSeen['node'], null);
    assert.equal(
      await gemina.refusal(addMilestone, { input: { twinningId: id, title: 'Mine' } }, other.person.token),
      'FORBIDDEN',
    );
  });

  it('ends completed, counts as experience of the mentor, and is evaluated once by each side', async () => {
    const { id, learner, mentor } = await underWay();
    const input = {
      twinningId: id,
      cityId: learner.city.id,
      rating: 5,
      learned: 'To ask residents first.',
      wouldRecommend: true,
    };

    const ended = await gemina.ask(
      end,
      { input: { twinningId: id, completed: true, reason: 'All done.' } },
      learner.person.token,
    );
    const before = await gemina.ask(
      'query($id: ID!) { twinning(id: $id) { viewer { canEvaluateFor canEnd } } }',
      { id },
      learner.person.token,
    );
    const evaluated = await gemina.ask(evaluate, { input }, learner.person.token);
    const twice = await gemina.refusal(evaluate, { input }, learner.person.token);
    const forTheOther = await gemina.refusal(
      evaluate,
      { input: { ...input, cityId: mentor.city.id } },
      learner.person.token,
    );
    const next = await aSide(gemina.app);
    const { requestLearning } = await gemina.ask(
      `mutation($input: RequestLearningInput!) { requestLearning(input: $input) {
        suggestions { mentor { id } factors { kind reason } } } }`,
      { input: { cityId: next.city.id, themes: ['HOUSING'], languages: ['en'], formats: [], goal: 'Learn.' } },
      next.person.token,
    );

    assert.equal(ended['endTwinning'].status, 'COMPLETED');
    assert.equal(ended['endTwinning'].endReason, 'All done.');
    assert.deepEqual(before['twinning'].viewer, { canEvaluateFor: [learner.city.id], canEnd: false });
    assert.deepEqual(evaluated['evaluateTwinning'], {
      evaluations: [
        { by: { id: learner.city.id }, rating: 5, learned: 'To ask residents first.', wouldRecommend: true },
      ],
      viewer: { canEvaluateFor: [] },
    });
    assert.deepEqual([twice, forTheOther], ['CONFLICT', 'FORBIDDEN']);
    const suggested = (requestLearning.suggestions as Data[]).find((one) => one['mentor'].id === mentor.city.id);
    const experience = (suggested?.['factors'] as Data[]).find((factor) => factor['kind'] === 'EXPERIENCE');
    assert.equal(experience?.['reason'], 'Has mentored once on housing');
  });

  it('tells those who follow it of every change, each only what is theirs to see', async () => {
    const [mentor, learner, other] = await Promise.all([aSide(gemina.app), aSide(gemina.app), aSide(gemina.app)]);
    await aMentorOffer(gemina.app, { cityId: mentor.city.id });
    const { id } = await aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: learner.city.id });
    const follow = 'subscription($id: ID!) { twinningChanged(twinningId: $id) { status answer milestones { title } } }';
    const answer = 'mutation($input: AnswerTwinningInput!) { answerTwinning(input: $input) { id } }';

    const refused = await (await gemina.subscribe(follow, { id }, other.person.token)).next();
    const live = await gemina.subscribe(follow, { id }, learner.person.token);
    await gemina.ask(answer, { input: { twinningId: id, accept: true, answer: 'Yes.' } }, mentor.person.token);
    const accepted = await live.next();
    const fromOutside = await gemina.subscribe(follow, { id }, other.person.token);
    await gemina.ask(addMilestone, { input: { twinningId: id, title: 'Begin' } }, mentor.person.token);
    const [inside, outside] = [await live.next(), await fromOutside.next()];

    assert.equal(refused.errors?.[0]?.extensions.code, 'NOT_FOUND');
    assert.deepEqual(accepted.data?.['twinningChanged'], { status: 'ACTIVE', answer: 'Yes.', milestones: [] });
    assert.deepEqual(inside.data?.['twinningChanged'], {
      status: 'ACTIVE',
      answer: 'Yes.',
      milestones: [{ title: 'Begin' }],
    });
    assert.deepEqual(outside.data?.['twinningChanged'], { status: 'ACTIVE', answer: null, milestones: [] });
  });

  it('makes live answers for each reader where they tell what only the two cities may know', () => {
    const { schema } = gemina.app.get(GraphQLSchemaHost);
    const inside = ['message', 'answer', 'endReason', 'proposedBy { id }', 'milestones { id }', 'exchanges { id }'];
    const others = ['evaluations { id }', 'group { id }', 'viewer { canEnd }', 'mentor { twinnings { totalCount } }'];
    const depends = (selection: string): boolean =>
      viewerDependent(schema, parse(`subscription { twinningChanged(twinningId: "1") { ${selection} } }`));

    assert.deepEqual(
      [...inside, ...others].filter((selection) => !depends(selection)),
      [],
    );
    assert.equal(depends('status goal themes health startedAt'), false);
  });

  it('cuts off who follows it and no longer belongs to either city', async () => {
    const { id, learner, mentor } = await underWay();
    const colleague = await member(gemina.app);
    const membership = await aMembership(gemina.app, {
      personId: colleague.id,
      bodyId: learner.city.id,
      role: 'EXPERT',
    });
    const follow = 'subscription($id: ID!) { twinningChanged(twinningId: $id) { milestones { title } } }';
    const live = await gemina.subscribe(follow, { id }, colleague.token);
    const end = 'mutation($id: ID!) { endMembership(id: $id) { status } }';

    await gemina.ask(addMilestone, { input: { twinningId: id, title: 'Known' } }, mentor.person.token);
    const seen = await live.next();
    await gemina.ask(end, { id: membership.id }, learner.person.token);
    await gemina.ask(addMilestone, { input: { twinningId: id, title: 'Secret' } }, mentor.person.token);
    const last = await live.next();

    assert.deepEqual(seen.data?.['twinningChanged'], { milestones: [{ title: 'Known' }] });
    assert.equal(last.errors?.[0]?.extensions.code, 'NOT_FOUND');
  });

  it('grows quiet and stalls without activity, and a post in its group or a planned exchange sets it on track', async () => {
    const { id, learner } = await underWay();
    const health = 'query($id: ID!) { twinning(id: $id) { health group { id } } }';
    const day = 24 * 60 * 60;
    const seen: string[] = [];
    const look = async (): Promise<Data> =>
      (await gemina.ask(health, { id }, learner.person.token))['twinning'] as Data;

    for (const days of [1, 35, 45]) {
      gemina.clock.advance(days * day);
      learner.person = await signInAgain(learner);
      seen.push((await look())['health'] as string);
    }
    const { group } = (await look()) as { group: { id: string } };
    await gemina.ask(
      'mutation($input: StartThreadInput!) { startThread(input: $input) { id } }',
      { input: { groupId: group.id, title: 'Are you there?', body: 'We are.' } },
      learner.person.token,
    );
    for (let tries = 0; tries < 100 && (await look())['health'] !== 'ON_TRACK'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }

    assert.deepEqual(seen, ['ON_TRACK', 'QUIET', 'STALLED']);
    assert.equal((await look())['health'], 'ON_TRACK');
  });

  /** Sessions end while weeks go by. */
  async function signInAgain({ person }: Side): Promise<Side['person']> {
    return { ...person, token: await sessionOf(gemina.app, person.person) };
  }
});
