import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aMembership } from '#cities/testing';
import { member } from '#people/testing';
import { aMentorOffer, aProposal, aSide, aTwinning, type Side } from '#twinning/testing';
import { ExpireProposals } from '#twinning';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const offerMentoring = 'mutation($input: OfferMentoringInput!) { offerMentoring(input: $input) { id } }';
const requestLearning = 'mutation($input: RequestLearningInput!) { requestLearning(input: $input) { id } }';
const propose = 'mutation($input: ProposeTwinningInput!) { proposeTwinning(input: $input) { id status } }';
const answer =
  'mutation($input: AnswerTwinningInput!) { answerTwinning(input: $input) { id status group { id name visibility memberCount } } }';
const suggestions = 'query($id: ID!) { learningRequest(id: $id) { suggestions { mentor { name } } } }';

describe('twinning', () => {
  let gemina: Gemina;

  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  const side = (said?: Parameters<typeof aSide>[1]): Promise<Side> => aSide(gemina.app, said);

  /** Waits for what handlers of events bring about. */
  async function eventually(what: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await what()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail('This has not come about within five seconds.');
  }

  it('leads from an offer and a request over suggestions to a private group of both cities', async () => {
    const mentor = await side({ name: 'Graz', country: 'AT', locale: 'de' });
    const learner = await side({ name: 'Brno', country: 'CZ' });
    await gemina.ask(
      offerMentoring,
      {
        input: {
          cityId: mentor.city.id,
          themes: ['ROMA', 'HEALTH'],
          places: [{ theme: 'ROMA', places: 1 }],
          languages: ['de', 'en'],
          formats: ['STUDY_VISIT', 'ONLINE_SESSION'],
          capacity: 3,
          about: 'Ten years of *experience*.',
        },
      },
      mentor.person.token,
    );
    const { requestLearning: request } = await gemina.ask(
      requestLearning,
      {
        input: {
          cityId: learner.city.id,
          themes: ['ROMA'],
          languages: ['en'],
          formats: ['ONLINE_SESSION'],
          goal: 'Learn.',
        },
      },
      learner.person.token,
    );

    const found = await gemina.ask(suggestions, request);
    const { proposeTwinning } = await gemina.ask(
      propose,
      { input: { learningRequestId: request.id, mentorId: mentor.city.id, message: 'Shall we?' } },
      learner.person.token,
    );
    const proposal = await gemina.relay.mailWhere(({ to }) => to === mentor.person.email);
    const { answerTwinning } = await gemina.ask(
      answer,
      { input: { twinningId: proposeTwinning.id, accept: true, answer: 'Gladly.' } },
      mentor.person.token,
    );
    const accepted = await gemina.relay.mailWhere(({ to }) => to === learner.person.email);
    const { city } = await gemina.ask(
      `query($id: ID!) { city(id: $id) { mentorOffer { capacity activeCount places { theme places activeCount } themes open }
         twinnings(status: [ACTIVE]) { totalCount nodes { learner { name } mentor { name } health } } } }`,
      { id: mentor.city.id },
    );

    assert.equal(found['learningRequest'].suggestions[0].mentor.name, 'Graz');
    assert.equal(proposeTwinning.status, 'PROPOSED');
    assert.match(proposal.mail.text ?? '', /Brno schlägt eine Partnerschaft vor[\s\S]*Learn\.[\s\S]*Shall we\?/);
    assert.equal(answerTwinning.status, 'ACTIVE');
    assert.deepEqual(answerTwinning.group, {
      id: answerTwinning.group.id as string,
      name: 'Brno – Graz',
      visibility: 'PRIVATE',
      memberCount: 2,
    });
    assert.match(accepted.mail.text ?? '', /Graz has accepted[\s\S]*Gladly\.[\s\S]*\/groups\//);
    assert.deepEqual(city.mentorOffer, {
      capacity: 3,
      activeCount: 1,
      places: [
        { theme: 'ROMA', places: 1, activeCount: 1 },
        { theme: 'HEALTH', places: 3, activeCount: 0 },
      ],
      themes: ['ROMA', 'HEALTH'],
      open: true,
    });
    assert.deepEqual(city.twinnings, {
      totalCount: 1,
      nodes: [{ learner: { name: 'Brno' }, mentor: { name: 'Graz' }, health: 'ON_TRACK' }],
    });
  });

  it('keeps a proposal between the two cities, and shows the fact but not the letters once it has started', async () => {
    const [mentor, learner, other] = [await side(), await side(), await side()];
    const organiser = await member(gemina.app, { roles: ['ORGANISER'] });
    await aMentorOffer(gemina.app, { cityId: mentor.city.id });
    const { id } = await aProposal(gemina.app, {
      mentorId: mentor.city.id,
      learnerId: learner.city.id,
      message: 'Please.',
    });
    const look = `query($id: ID!, $city: ID!) { twinning(id: $id) { status message } node(id: $id) { id }
      city(id: $city) { twinnings { totalCount nodes { id } } } }`;
    const seenBy = async (token: string | null): Promise<Data> =>
      gemina.ask(look, { id, city: learner.city.id }, token);
    const hidden = { twinning: null, node: null, city: { twinnings: { totalCount: 0, nodes: [] } } };

    const before = await Promise.all([null, other.person.token].map(seenBy));
    const inside = await Promise.all([mentor.person.token, learner.person.token, organiser.token].map(seenBy));
    await gemina.ask(answer, { input: { twinningId: id, accept: true } }, mentor.person.token);
    const afterwards = await Promise.all([null, other.person.token].map(seenBy));

    for (const seen of before) assert.deepEqual(seen, hidden);
    for (const seen of inside) assert.deepEqual(seen['twinning'], { status: 'PROPOSED', message: 'Please.' });
    for (const seen of afterwards) {
      assert.deepEqual(seen['twinning'], { status: 'ACTIVE', message: null });
      assert.equal(seen['city'].twinnings.totalCount, 1);
    }
  });

  it('lets only the mentor answer and only the learner withdraw', async () => {
    const [mentor, learner, other] = [await side(), await side(), await side()];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id });
    const { id } = await aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: learner.city.id });
    const withdraw = 'mutation($id: ID!) { withdrawTwinning(id: $id) { status } }';
    const input = { twinningId: id, accept: true };

    assert.equal(await gemina.refusal(answer, { input }), 'UNAUTHENTICATED');
    assert.equal(await gemina.refusal(answer, { input }, other.person.token), 'NOT_FOUND');
    assert.equal(await gemina.refusal(answer, { input }, learner.person.token), 'FORBIDDEN');
    assert.equal(await gemina.refusal(withdraw, { id }, mentor.person.token), 'FORBIDDEN');
    assert.equal((await gemina.ask(withdraw, { id }, learner.person.token))['withdrawTwinning'].status, 'WITHDRAWN');
    assert.equal(await gemina.refusal(answer, { input }, mentor.person.token), 'INVALID_TRANSITION');
  });

  it('takes the city’s word, and its group, from who is no longer its focal point, and gives the group to the next', async () => {
    const [mentor, learner] = [await side(), await side()];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id });
    const { id } = await aTwinning(gemina.app, { mentorId: mentor.city.id, learnerId: learner.city.id });
    const next = await member(gemina.app);
    const { person } = await gemina.ask(
      'query($id: ID!) { person(id: $id) { memberships { id } } }',
      { id: mentor.person.id },
      mentor.person.token,
    );
    const group = async (token: string): Promise<Data | null> =>
      (await gemina.ask('query($id: ID!) { twinning(id: $id) { group { id } } }', { id }, token))['twinning']
        .group as Data | null;
    assert.ok(await group(mentor.person.token));

    await aMembership(gemina.app, { personId: next.id, bodyId: mentor.city.id });
    await gemina.ask(
      'mutation($id: ID!) { endMembership(id: $id) { status } }',
      { id: person.memberships[0].id },
      mentor.person.token,
    );

    await eventually(async () => (await group(mentor.person.token)) === null && (await group(next.token)) !== null);
    assert.equal(
      await gemina.refusal(
        offerMentoring,
        { input: { cityId: mentor.city.id, themes: ['ROMA'], languages: [], formats: [], capacity: 1 } },
        mentor.person.token,
      ),
      'FORBIDDEN',
    );
  });

  it('lets proposals expire after three weeks, and frees the two cities', async () => {
    const [mentor, learner] = [await side(), await side()];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id });
    const cities = { mentorId: mentor.city.id, learnerId: learner.city.id };
    const { id } = await aProposal(gemina.app, cities);

    gemina.clock.advance(21 * 24 * 60 * 60 + 1);
    const late = await gemina.refusal(answer, { input: { twinningId: id, accept: true } }, mentor.person.token);
    await gemina.app.get(ExpireProposals, { strict: false }).run();
    const { twinning } = await gemina.ask(
      'query($id: ID!) { twinning(id: $id) { status } }',
      { id },
      learner.person.token,
    );
    const again = await aProposal(gemina.app, cities);

    assert.equal(late, 'EXPIRED');
    assert.equal(twinning.status, 'EXPIRED');
    assert.equal(again.status, 'PROPOSED');
  });
});
