import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '#platform/database';
import { aLearningRequest, aMentorOffer, aSide, aTwinning, type Side } from '#twinning/testing';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const offer = 'mutation($input: OfferMentoringInput!) { offerMentoring(input: $input) { capacity open } }';
const request = 'mutation($input: RequestLearningInput!) { requestLearning(input: $input) { id } }';
const close = 'mutation($id: ID!) { closeLearningRequest(id: $id) { open } }';
const propose = 'mutation($input: ProposeTwinningInput!) { proposeTwinning(input: $input) { id } }';
const logExchange = 'mutation($input: LogExchangeInput!) { logExchange(input: $input) { id } }';
const evaluate = 'mutation($input: EvaluateTwinningInput!) { evaluateTwinning(input: $input) { id } }';

describe('twinning refuses by name', () => {
  let gemina: Gemina;
  let mentor: Side;
  let learner: Side;

  before(async () => {
    gemina = await startGemina();
    [mentor, learner] = await Promise.all([aSide(gemina.app), aSide(gemina.app)]);
  });
  after(() => gemina.stop());

  /** Code and field of the refusal. */
  async function refused(mutation: string, variables: object, token: string): Promise<[string, string | undefined]> {
    const { errors, data } = await gemina.graphql(mutation, variables, token);
    assert.ok(errors?.[0], `Not refused: ${JSON.stringify(data)}`);
    return [errors[0].extensions.code, errors[0].extensions.field];
  }

  const offerOf = (said: Data): { input: Data } => ({
    input: { cityId: mentor.city.id, themes: ['ROMA'], languages: ['en'], formats: ['WORKSHOP'], capacity: 2, ...said },
  });

  const badOffers: [string, Data, [string, string | undefined]][] = [
    ['no theme', { themes: [] }, ['BAD_USER_INPUT', 'themes']],
    ['a capacity of 0', { capacity: 0 }, ['BAD_USER_INPUT', 'capacity']],
    ['a capacity beyond reason', { capacity: 101 }, ['BAD_USER_INPUT', 'capacity']],
    [
      'places on a theme that is not on offer',
      { places: [{ theme: 'YOUTH', places: 1 }] },
      ['BAD_USER_INPUT', 'places'],
    ],
    ['more places on a theme than in all', { places: [{ theme: 'ROMA', places: 3 }] }, ['BAD_USER_INPUT', 'places']],
    ['no place on a theme', { places: [{ theme: 'ROMA', places: 0 }] }, ['BAD_USER_INPUT', 'places']],
    [
      'places given twice',
      {
        places: [
          { theme: 'ROMA', places: 1 },
          { theme: 'ROMA', places: 2 },
        ],
      },
      ['BAD_USER_INPUT', 'places'],
    ],
    ['an endless text', { about: 'x'.repeat(20_001) }, ['BAD_USER_INPUT', 'about']],
    ['a city that does not exist', { cityId: newId() }, ['NOT_FOUND', undefined]],
    ['a city id that is none', { cityId: 'graz' }, ['NOT_FOUND', undefined]],
  ];
  for (const [what, said, expected] of badOffers) {
    it(`an offer with ${what}`, async () => {
      assert.deepEqual(await refused(offer, offerOf(said), mentor.person.token), expected);
    });
  }

  it('unknown themes and wrong types', async () => {
    assert.deepEqual(await refused(offer, offerOf({ themes: ['COFFEE'] }), mentor.person.token), [
      'BAD_USER_INPUT',
      undefined,
    ]);
    assert.deepEqual(await refused(offer, offerOf({ capacity: 'many' }), mentor.person.token), [
      'BAD_USER_INPUT',
      undefined,
    ]);
  });

  it('an offer or request for somebody else’s city', async () => {
    const input = { cityId: mentor.city.id, themes: ['ROMA'], languages: ['en'], formats: [], goal: 'Learn.' };

    assert.deepEqual(await refused(offer, offerOf({}), learner.person.token), ['FORBIDDEN', undefined]);
    assert.deepEqual(await refused(request, { input }, learner.person.token), ['FORBIDDEN', undefined]);
    assert.deepEqual(await refused(request, { input: { ...input, goal: ' \n ' } }, mentor.person.token), [
      'BAD_USER_INPUT',
      'goal',
    ]);
  });

  it('fewer places than are taken, in all and on a theme, and pausing goes through', async () => {
    const [busy, ...learners] = (await Promise.all(Array.from({ length: 3 }, () => aSide(gemina.app)))) as [
      Side,
      Side,
      Side,
    ];
    await aMentorOffer(gemina.app, { cityId: busy.city.id, capacity: 3 });
    for (const { city } of learners) await aTwinning(gemina.app, { mentorId: busy.city.id, learnerId: city.id });
    const change = (said: Data): { input: Data } => offerOf({ cityId: busy.city.id, themes: ['HOUSING'], ...said });

    const inAll = await refused(offer, change({ capacity: 1 }), busy.person.token);
    const onTheme = await refused(
      offer,
      change({ capacity: 5, places: [{ theme: 'HOUSING', places: 1 }] }),
      busy.person.token,
    );
    const paused = await gemina.ask(offer, change({ capacity: 2, open: false }), busy.person.token);

    assert.deepEqual(inAll, ['BAD_USER_INPUT', 'capacity']);
    assert.deepEqual(onTheme, ['BAD_USER_INPUT', 'places']);
    assert.deepEqual(paused['offerMentoring'], { capacity: 2, open: false });
  });

  it('counts what is taken on a theme that was off the offer for a while', async () => {
    const [busy, first] = await Promise.all([aSide(gemina.app), aSide(gemina.app)]);
    await aMentorOffer(gemina.app, { cityId: busy.city.id, capacity: 2 });
    await aTwinning(gemina.app, { mentorId: busy.city.id, learnerId: first.city.id });
    await aMentorOffer(gemina.app, { cityId: busy.city.id, capacity: 2, themes: ['HEALTH'] });
    const again = await aMentorOffer(gemina.app, {
      cityId: busy.city.id,
      capacity: 2,
      places: [{ theme: 'HOUSING', places: 1 }],
    });

    assert.deepEqual(
      again.themePlaces.map(({ theme, activeCount }) => [theme, activeCount]),
      [['HOUSING', 1]],
    );
  });

  it('proposals to oneself, to nobody, on nothing in common, to who pauses, with what is closed', async () => {
    const [pausing, foreign] = await Promise.all([aSide(gemina.app), aSide(gemina.app)]);
    await aMentorOffer(gemina.app, { cityId: pausing.city.id, open: false });
    await aMentorOffer(gemina.app, { cityId: foreign.city.id, themes: ['YOUTH'] });
    const { id } = await aLearningRequest(gemina.app, { cityId: learner.city.id });
    const to = (mentorId: string, learningRequestId = id): { input: Data } => ({
      input: { learningRequestId, mentorId },
    });
    const { token } = learner.person;

    assert.deepEqual(await refused(propose, to(learner.city.id), token), ['BAD_USER_INPUT', 'mentorId']);
    assert.deepEqual(await refused(propose, to(newId()), token), ['NOT_FOUND', undefined]);
    assert.deepEqual(await refused(propose, to('nobody'), token), ['NOT_FOUND', undefined]);
    assert.deepEqual(await refused(propose, to(foreign.city.id, newId()), token), ['NOT_FOUND', undefined]);
    assert.deepEqual(await refused(propose, to(foreign.city.id), token), ['BAD_USER_INPUT', 'mentorId']);
    assert.deepEqual(await refused(propose, to(pausing.city.id), token), ['CONFLICT', 'mentorId']);
    assert.deepEqual(await refused(propose, to(foreign.city.id), mentor.person.token), ['FORBIDDEN', undefined]);
    await gemina.ask(close, { id }, token);
    assert.equal((await gemina.ask(close, { id }, token))['closeLearningRequest'].open, false);
    assert.deepEqual(await refused(propose, to(foreign.city.id), token), ['INVALID_TRANSITION', undefined]);
  });

  it('proposals to a mentor without a free place', async () => {
    const [full, first] = await Promise.all([aSide(gemina.app), aSide(gemina.app)]);
    await aMentorOffer(gemina.app, { cityId: full.city.id, capacity: 1 });
    await aTwinning(gemina.app, { mentorId: full.city.id, learnerId: first.city.id });
    const { id } = await aLearningRequest(gemina.app, { cityId: learner.city.id });
    const input = { learningRequestId: id, mentorId: full.city.id };

    assert.deepEqual(await refused(propose, { input }, learner.person.token), ['CAPACITY_REACHED', undefined]);
  });

  it('more than twenty open requests of one city', async () => {
    const eager = await aSide(gemina.app);
    for (let count = 0; count < 20; count += 1) await aLearningRequest(gemina.app, { cityId: eager.city.id });
    const input = { cityId: eager.city.id, themes: ['ROMA'], languages: ['en'], formats: [], goal: 'One more.' };

    assert.deepEqual(await refused(request, { input }, eager.person.token), ['CONFLICT', undefined]);
  });

  it('exchanges that end before they start or never, unknown zones, ratings off the scale', async () => {
    const [one, two] = await Promise.all([aSide(gemina.app), aSide(gemina.app)]);
    await aMentorOffer(gemina.app, { cityId: one.city.id });
    const { id } = await aTwinning(gemina.app, { mentorId: one.city.id, learnerId: two.city.id });
    const exchange = (said: Data): { input: Data } => ({
      input: {
        twinningId: id,
        format: 'WORKSHOP',
        title: 'Workshop',
        startsAt: '2027-01-01T10:00:00Z',
        endsAt: '2027-01-01T12:00:00Z',
        timeZone: 'Europe/Vienna',
        ...said,
      },
    });
    const evaluation = (said: Data): { input: Data } => ({
      input: { twinningId: id, cityId: one.city.id, rating: 4, learned: 'Much.', wouldRecommend: true, ...said },
    });
    const { token } = one.person;

    assert.deepEqual(await refused(logExchange, exchange({ endsAt: '2027-01-01T10:00:00Z' }), token), [
      'BAD_USER_INPUT',
      'endsAt',
    ]);
    assert.deepEqual(await refused(logExchange, exchange({ endsAt: '2029-01-01T10:00:00Z' }), token), [
      'BAD_USER_INPUT',
      'endsAt',
    ]);
    assert.deepEqual(await refused(logExchange, exchange({ title: '  ' }), token), ['BAD_USER_INPUT', 'title']);
    assert.equal((await refused(logExchange, exchange({ timeZone: 'Mars/Base' }), token))[0], 'BAD_USER_INPUT');
    assert.deepEqual(await refused(evaluate, evaluation({ rating: 6 }), token), ['BAD_USER_INPUT', 'rating']);
    assert.deepEqual(await refused(evaluate, evaluation({ cityId: learner.city.id }), token), [
      'BAD_USER_INPUT',
      'cityId',
    ]);
    assert.deepEqual(await refused(evaluate, evaluation({ twinningId: newId() }), token), ['NOT_FOUND', undefined]);
  });
});
