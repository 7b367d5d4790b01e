import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Database } from '#platform/database';
import { aLearningRequest, aMentorOffer, aSide, aTwinning } from '#twinning/testing';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const requestLearning = 'mutation($input: RequestLearningInput!) { requestLearning(input: $input) { id } }';
const suggestions = `query($id: ID!) { learningRequest(id: $id) { suggestions(first: 20) {
  mentor { id name } offer { id capacity } score summary notKnown factors { kind score weight reason } } } }`;

describe('suggestions of mentors', () => {
  let gemina: Gemina;

  before(async () => {
    gemina = await startGemina({ GEMINA_ROLES: 'api' }); // statements are counted: no loop may add its own
  });
  after(() => gemina.stop());

  it('suggests mentors with reasons whose weighted scores add up, in the language of whoever reads', async () => {
    const [near, far, closed] = [
      await aSide(gemina.app, { country: 'AT' }),
      await aSide(gemina.app, { country: 'FR' }),
      await aSide(gemina.app),
    ];
    const learner = await aSide(gemina.app, { country: 'AT', locale: 'de' });
    const themes = ['DISABILITY' as const];
    await aMentorOffer(gemina.app, { cityId: near.city.id, themes, capacity: 2, languages: ['de'] });
    await aMentorOffer(gemina.app, { cityId: far.city.id, themes, languages: ['fr'] });
    await aMentorOffer(gemina.app, { cityId: closed.city.id, themes, open: false });
    const { requestLearning: request } = await gemina.ask(
      requestLearning,
      { input: { cityId: learner.city.id, themes, languages: ['de'], formats: [], goal: 'Barrier-free.' } },
      learner.person.token,
    );
    const database = gemina.app.get(Database);

    const statementsFor = async (ask: () => Promise<Data>): Promise<[Data, number]> => {
      const before = database.statements;
      return [await ask(), database.statements - before];
    };
    const [, forNothing] = await statementsFor(() => gemina.ask('{ __typename }'));
    const [signedOut, asked] = await statementsFor(() => gemina.ask(suggestions, request));
    const german = await gemina.ask(suggestions, request, learner.person.token);

    const found = signedOut['learningRequest'].suggestions as Data[];
    assert.deepEqual(
      found.map(({ mentor }) => (mentor as Data)['id'] as string),
      [near.city.id, far.city.id],
    );
    for (const { score, factors, notKnown } of found as { score: number; factors: Data[]; notKnown: string[] }[]) {
      const weights = factors.reduce((sum, factor) => sum + factor['weight'], 0);
      const weighted = factors.reduce((sum, factor) => sum + factor['weight'] * factor['score'], 0);
      assert.ok(Math.abs(weights - 1) < 1e-9);
      assert.ok(Math.abs(weighted - score) < 1e-9);
      assert.deepEqual(notKnown, ['FORMAT', 'SIZE']);
    }
    const reasonOf = (answer: Data, kind: string): string =>
      (answer['learningRequest'].suggestions[0].factors as Data[]).find((factor) => factor['kind'] === kind)?.[
        'reason'
      ] as string;
    assert.equal(reasonOf(signedOut, 'LANGUAGE'), 'Both work in German');
    assert.equal(reasonOf(german, 'LANGUAGE'), 'Beide arbeiten auf Deutsch');
    assert.equal(reasonOf(german, 'AVAILABILITY'), '2 Plätze sind frei von 2');
    assert.ok(asked - forNothing <= 3, `${asked - forNothing} statements`);
  });

  it('say that no place is free on the only theme asked for, though the mentor has places on others', async () => {
    const [mentor, first, learner] = await Promise.all([aSide(gemina.app), aSide(gemina.app), aSide(gemina.app)]);
    const places = [{ theme: 'HOUSING' as const, places: 1 }];
    await aMentorOffer(gemina.app, { cityId: mentor.city.id, capacity: 4, themes: ['HOUSING', 'ROMA'], places });
    await aTwinning(gemina.app, { mentorId: mentor.city.id, learnerId: first.city.id });
    const onHousing = await aLearningRequest(gemina.app, { cityId: learner.city.id, themes: ['HOUSING'] });
    const onBoth = await aLearningRequest(gemina.app, { cityId: learner.city.id, themes: ['HOUSING', 'ROMA'] });
    const availability = async (id: string): Promise<Data | undefined> => {
      const { learningRequest } = await gemina.ask(suggestions, { id });
      return (learningRequest.suggestions[0].factors as Data[]).find((factor) => factor['kind'] === 'AVAILABILITY');
    };

    const full = await availability(onHousing.id);
    const free = await availability(onBoth.id);

    assert.deepEqual([full?.['score'], full?.['reason']], [0, 'No place is free now']);
    assert.equal(free?.['reason'], '3 places are free of 4');
  });
});
