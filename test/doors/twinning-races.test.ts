import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aLearningRequest, aMentorOffer, aProposal, aSide, type Side } from '#twinning/testing';
import { type Answer, type Gemina, startGemina } from '../harness/index.js';

const propose = 'mutation($input: ProposeTwinningInput!) { proposeTwinning(input: $input) { id } }';
const answer = 'mutation($input: AnswerTwinningInput!) { answerTwinning(input: $input) { status group { id } } }';
const end = 'mutation($input: EndTwinningInput!) { endTwinning(input: $input) { status } }';

/** Real requests that are under way at once, against the same rows. */
describe('twinning, when many act at once', () => {
  let gemina: Gemina;

  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  const sides = (count: number): Promise<Side[]> => Promise.all(Array.from({ length: count }, () => aSide(gemina.app)));
  const codesOf = (answers: Answer[]): string[] =>
    answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE').sort();

  async function countsOf(mentor: Side): Promise<{ activeCount: number; active: number }> {
    const { city } = await gemina.ask(
      'query($id: ID!) { city(id: $id) { mentorOffer { activeCount } twinnings(status: [ACTIVE]) { totalCount } } }',
      { id: mentor.city.id },
    );
    return { activeCount: city.mentorOffer.activeCount as number, active: city.twinnings.totalCount as number };
  }

  it('lets one of two crossing proposals win', async () => {
    const [one, two] = (await sides(2)) as [Side, Side];
    const requests = await Promise.all(
      [one, two].map(async ({ city }) => {
        await aMentorOffer(gemina.app, { cityId: city.id });
        return aLearningRequest(gemina.app, { cityId: city.id });
      }),
    );

    const answers = await Promise.all([
      gemina.graphql(
        propose,
        { input: { learningRequestId: requests[0]?.id, mentorId: two.city.id } },
        one.person.token,
      ),
      gemina.graphql(
        propose,
        { input: { learningRequestId: requests[1]?.id, mentorId: one.city.id } },
        two.person.token,
      ),
    ]);

    assert.deepEqual(codesOf(answers), ['CONFLICT', 'DONE']);
  });

  it('lets one of ten equal proposals win', async () => {
    const [mentor, learner] = (await sides(2)) as [Side, Side];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id, capacity: 10 });
    const request = await aLearningRequest(gemina.app, { cityId: learner.city.id });
    const input = { learningRequestId: request.id, mentorId: mentor.city.id };

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => gemina.graphql(propose, { input }, learner.person.token)),
    );

    assert.deepEqual(codesOf(answers), [...Array.from({ length: 9 }, () => 'CONFLICT'), 'DONE']);
  });

  it('starts as many twinnings as there are places, when ten proposals are made and accepted at once', async () => {
    const [mentor, ...learners] = (await sides(11)) as [Side, ...Side[]];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id, capacity: 3 });

    const proposals = await Promise.all(
      learners.map(({ city }) => aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: city.id })),
    );
    const answers = await Promise.all(
      proposals.map(({ id }) =>
        gemina.graphql(answer, { input: { twinningId: id, accept: true } }, mentor.person.token),
      ),
    );

    const full = Array.from({ length: 7 }, () => 'CAPACITY_REACHED');
    assert.deepEqual(codesOf(answers), [...full, 'DONE', 'DONE', 'DONE']);
    assert.deepEqual(await countsOf(mentor), { activeCount: 3, active: 3 });
  });

  it('gives the last place on a theme to one of ten, though the city has places left', async () => {
    const [mentor, ...learners] = (await sides(11)) as [Side, ...Side[]];
    const places = [{ theme: 'HOUSING' as const, places: 1 }];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id, capacity: 10, themes: ['HOUSING', 'HEALTH'], places });
    const proposals = await Promise.all(
      learners.map(({ city }) => aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: city.id })),
    );

    const answers = await Promise.all(
      proposals.map(({ id }) =>
        gemina.graphql(answer, { input: { twinningId: id, accept: true } }, mentor.person.token),
      ),
    );

    const refused = answers.flatMap(({ errors }) => errors ?? []);
    assert.equal(refused.length, 9);
    assert.ok(refused.every(({ extensions }) => extensions.code === 'CAPACITY_REACHED'));
    assert.deepEqual(refused[0]?.extensions['themes'], ['HOUSING']);
    assert.deepEqual(await countsOf(mentor), { activeCount: 1, active: 1 });
  });

  it('accepts a proposal once, and not while it is withdrawn', async () => {
    const [mentor, learner] = (await sides(2)) as [Side, Side];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id, capacity: 5 });
    const { id } = await aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: learner.city.id });
    const withdraw = 'mutation($id: ID!) { withdrawTwinning(id: $id) { status } }';

    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () =>
        gemina.graphql(answer, { input: { twinningId: id, accept: true } }, mentor.person.token),
      ),
      gemina.graphql(withdraw, { id }, learner.person.token),
    ]);

    const lost = Array.from({ length: 4 }, () => 'INVALID_TRANSITION');
    assert.deepEqual(codesOf(answers), ['DONE', ...lost]);
    const { activeCount, active } = await countsOf(mentor);
    assert.equal(activeCount, active);
  });

  it('gives a place back once, when both sides end at once', async () => {
    const [mentor, learner, next] = (await sides(3)) as [Side, Side, Side];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id, capacity: 1 });
    const { id } = await aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: learner.city.id });
    const waiting = await aProposal(gemina.app, { mentorId: mentor.city.id, learnerId: next.city.id });
    await gemina.ask(answer, { input: { twinningId: id, accept: true } }, mentor.person.token);

    const ends = await Promise.all(
      [mentor, learner].map(({ person }) =>
        gemina.graphql(end, { input: { twinningId: id, completed: true } }, person.token),
      ),
    );
    const afterEnd = await countsOf(mentor);
    await gemina.ask(answer, { input: { twinningId: waiting.id, accept: true } }, mentor.person.token);

    assert.deepEqual(codesOf(ends), ['DONE', 'INVALID_TRANSITION']);
    assert.deepEqual(afterEnd, { activeCount: 0, active: 0 });
    assert.deepEqual(await countsOf(mentor), { activeCount: 1, active: 1 });
  });

  it('keeps the directory to all requests of a city, when many are opened at once', async () => {
    const [learner] = (await sides(1)) as [Side];
    const themes = ['ROMA', 'YOUTH', 'BUDGETING', 'ENVIRONMENT'];
    const request = 'mutation($input: RequestLearningInput!) { requestLearning(input: $input) { id } }';

    await Promise.all(
      themes.map((theme) =>
        gemina.ask(
          request,
          { input: { cityId: learner.city.id, themes: [theme], languages: ['en'], formats: [], goal: theme } },
          learner.person.token,
        ),
      ),
    );

    for (const theme of themes) {
      const { cities } = await gemina.ask(
        'query($theme: [Theme!]) { cities(filter: { theme: $theme }) { nodes { id } } }',
        {
          theme: [theme],
        },
      );
      assert.deepEqual(cities.nodes, [{ id: learner.city.id }]);
    }
  });
});
