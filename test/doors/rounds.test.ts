import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aMembership } from '#cities/testing';
import { member, type Member } from '#people/testing';
import {
  aLearningRequest,
  aMentorOffer,
  aProposal,
  aRanking,
  aRound,
  aSide,
  aTwinning,
  type Side,
} from '#twinning/testing';
import { faultsOf } from '../../apps/cli/src/verify-round-claims.js';
import { readRound } from '../../apps/cli/src/verify-round-document.js';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const compute = 'mutation($id: ID!) { computeMatchingRound(id: $id) { id status computedAt } }';
const publish = 'mutation($id: ID!) { publishMatchingRound(id: $id) { id status publishedAt } }';
const cancel = 'mutation($id: ID!) { cancelMatchingRound(id: $id) { status } }';
const discard = 'mutation($id: ID!) { discardMatchingRoundResult(id: $id) { status computedAt } }';
const whole = `query($id: ID!) { matchingRound(id: $id) {
  name aim status seed learnerCount mentorCount computedAt
  matches { learner { name } mentor { name } theme learnerRank mentorRank twinning { status themes group { id } } }
  unmatched { city { name } side reason }
  blockingPairs { learner { name } mentor { name } }
  comparison { aim chosen pairs learnerRanks { rank count } mentorRanks { rank count } unmatched { name } blockingPairs }
  rankings { city { name } side ranking }
  oneSidedRankings { city { name } side unanswered { name } }
  certificate { algorithm seed inputHash document } } }`;

describe('matching rounds', () => {
  let gemina: Gemina;
  let organiser: Member;

  before(async () => {
    gemina = await startGemina();
    organiser = await member(gemina.app, { roles: ['ORGANISER'] });
  });
  after(() => gemina.stop());

  async function mentor(name: string, capacity = 1, said: object = {}): Promise<Side> {
    const side = await aSide(gemina.app, { name });
    await aMentorOffer(gemina.app, { cityId: side.city.id, capacity, ...said });
    return side;
  }

  async function learner(
    name: string,
    said: Parameters<typeof aSide>[1] & { themes?: ('HOUSING' | 'HEALTH')[] } = {},
  ): Promise<Side> {
    const { themes, ...city } = said;
    const side = await aSide(gemina.app, { name, ...city });
    await aLearningRequest(gemina.app, { cityId: side.city.id, ...(themes ? { themes } : {}) });
    return side;
  }

  /** Two want Graz, which has one place and ranks Brno before Lund; Lund can also have Bern. */
  async function contested(): Promise<{ id: string; graz: Side; bern: Side; brno: Side; lund: Side }> {
    const [graz, bern, brno, lund] = [
      await mentor('Graz'),
      await mentor('Bern'),
      await learner('Brno'),
      await learner('Lund', { locale: 'de' }),
    ];
    const { id: roundId } = await aRound(gemina.app);
    await aRanking(gemina.app, { roundId, side: brno, as: 'LEARNER', ranking: [graz] });
    await aRanking(gemina.app, { roundId, side: lund, as: 'LEARNER', ranking: [graz] });
    await aRanking(gemina.app, { roundId, side: graz, as: 'MENTOR', ranking: [brno, lund] });
    await aRanking(gemina.app, { roundId, side: bern, as: 'MENTOR', ranking: [lund] });
    return { id: roundId, graz, bern, brno, lund };
  }

  const seen = async (id: string, token?: string | null): Promise<Data> =>
    (await gemina.ask(whole, { id }, token))['matchingRound'] as Data;

  it('opens a round with its seed, which everybody sees from then on', async () => {
    const open = 'mutation($input: OpenMatchingRoundInput!) { openMatchingRound(input: $input) { id aim status } }';
    const input = { name: 'Autumn cohort', closesAt: gemina.clock.in(3600), seed: '2026-11-21' };

    const { openMatchingRound } = await gemina.ask(open, { input }, organiser.token);
    const { matchingRounds } = await gemina.ask(
      '{ matchingRounds(first: 1) { totalCount nodes { id name seed status } } }',
    );

    assert.deepEqual(openMatchingRound, {
      id: openMatchingRound.id as string,
      aim: 'LEARNERS_FIRST',
      status: 'COLLECTING',
    });
    assert.deepEqual(matchingRounds.nodes, [
      { id: openMatchingRound.id, name: 'Autumn cohort', seed: '2026-11-21', status: 'COLLECTING' },
    ]);
    assert.ok(matchingRounds.totalCount >= 1);
  });

  it('matches the learner that the mentor ranks first, says why the other is left out, and compares the aims', async () => {
    const { id, brno, lund, graz } = await contested();

    const computed = await gemina.ask(compute, { id }, organiser.token);
    const round = await seen(id, organiser.token);
    const { matchingRound } = await gemina.ask(
      'query($id: ID!, $learner: ID!, $mentor: ID!) { matchingRound(id: $id) { whyNot(learnerId: $learner, mentorId: $mentor) } }',
      { id, learner: lund.city.id, mentor: graz.city.id },
      organiser.token,
    );

    assert.equal(computed['computeMatchingRound'].status, 'COMPUTED');
    assert.deepEqual(round['matches'], [
      {
        learner: { name: 'Brno' },
        mentor: { name: 'Graz' },
        theme: null,
        learnerRank: 1,
        mentorRank: 1,
        twinning: null,
      },
    ]);
    assert.deepEqual(round['unmatched'], [
      {
        city: { name: 'Lund' },
        side: 'LEARNER',
        reason: 'All places at Graz went to cities that stand at least as high there as Lund.',
      },
      { city: { name: 'Bern' }, side: 'MENTOR', reason: 'Bern has ranked Lund, and was not ranked in return.' },
    ]);
    assert.deepEqual(round['blockingPairs'], []);
    assert.deepEqual(round['oneSidedRankings'], [
      { city: { name: 'Bern' }, side: 'MENTOR', unanswered: [{ name: 'Lund' }] },
    ]);
    assert.deepEqual(
      (round['comparison'] as Data[]).map(({ aim, chosen, pairs }) => [aim, chosen, pairs]),
      [
        ['LEARNERS_FIRST', true, 1],
        ['MOST_PAIRS', false, 1],
        ['BEST_FIT', false, 1],
      ],
    );
    assert.deepEqual(round['comparison'][0].learnerRanks, [{ rank: 1, count: 1 }]);
    assert.deepEqual(round['comparison'][0].unmatched, [{ name: 'Lund' }]);
    assert.match(
      matchingRound.whyNot as string,
      /The places at Graz are taken\. Graz ranks higher: Brno\. What would give the pair: .*one more place at Graz/,
    );
    assert.equal(brno.city.name, 'Brno');
  });

  it('shows rankings to their city and to organisers, the result to organisers, and both to everybody once published', async () => {
    const { id, brno, lund } = await contested();
    await gemina.ask(compute, { id }, organiser.token);

    const byLund = await seen(id, lund.person.token);
    const byNobody = await seen(id);
    const byOrganiser = await seen(id, organiser.token);
    const why = await gemina.graphql(
      'query($id: ID!, $a: ID!) { matchingRound(id: $id) { whyNot(learnerId: $a, mentorId: $a) } }',
      { id, a: brno.city.id },
      lund.person.token,
    );
    await gemina.ask(publish, { id }, organiser.token);
    const published = await seen(id);

    for (const round of [byLund, byNobody]) {
      assert.deepEqual(
        [round['matches'], round['unmatched'], round['comparison'], round['oneSidedRankings']],
        [[], [], [], []],
      );
      assert.equal(round['certificate'], null);
      assert.deepEqual([round['learnerCount'], round['mentorCount']], [2, 2]);
    }
    assert.deepEqual(
      (byLund['rankings'] as Data[]).map(({ city }) => city.name as string),
      ['Lund'],
    );
    assert.deepEqual(byNobody['rankings'], []);
    assert.equal((byOrganiser['rankings'] as Data[]).length, 4);
    assert.equal(why.errors?.[0]?.extensions.code, 'FORBIDDEN');
    assert.equal((published['rankings'] as Data[]).length, 4);
    assert.equal(published['certificate'].document.seed, 'Lottery of 1 March');
    assert.equal(published['certificate'].inputHash, published['certificate'].document.inputHash);
  });

  it('begins a twinning with a group for each published pair, takes its place, and writes to every city with the reason', async () => {
    const { id, graz, brno, lund } = await contested();
    await gemina.ask(compute, { id }, organiser.token);

    await gemina.ask(publish, { id }, organiser.token);
    const [match] = (await seen(id, brno.person.token))['matches'] as Data[];
    const { city } = await gemina.ask('query($id: ID!) { city(id: $id) { mentorOffer { activeCount } } }', {
      id: graz.city.id,
    });
    const toBrno = await gemina.relay.mailWhere(({ to }) => to === brno.person.email);
    const toGraz = await gemina.relay.mailWhere(({ to }) => to === graz.person.email);
    const toLund = await gemina.relay.mailWhere(({ to }) => to === lund.person.email);

    assert.equal(match?.['twinning'].status, 'ACTIVE');
    assert.deepEqual(match?.['twinning'].themes, ['HOUSING']);
    assert.ok(match?.['twinning'].group.id);
    assert.equal(city.mentorOffer.activeCount, 1);
    assert.match(
      toBrno.mail.text ?? '',
      /Graz is the mentor of Brno, which had ranked it 1st\. The twinning has begun\./,
    );
    assert.match(toGraz.mail.text ?? '', /Graz is the mentor of Brno, which it had ranked 1st\./);
    assert.match(toLund.mail.subject ?? '', /^Lund in der Runde „Spring cohort“: das Ergebnis$/);
    assert.match(
      toLund.mail.text ?? '',
      /Alle Plätze bei Graz gingen an Städte, die dort mindestens so weit oben stehen wie Lund\./,
    );
  });

  it('accepts a proposal that waits with the mentor, and leaves an active twinning as it is', async () => {
    const [graz, brno, lund] = [await mentor('Graz', 3), await learner('Brno'), await learner('Lund')];
    const waiting = await aProposal(gemina.app, {
      mentorId: graz.city.id,
      learnerId: brno.city.id,
      message: 'Please.',
    });
    const active = await aTwinning(gemina.app, { mentorId: graz.city.id, learnerId: lund.city.id });
    const { id: roundId } = await aRound(gemina.app);
    await aRanking(gemina.app, { roundId, side: brno, as: 'LEARNER', ranking: [graz] });
    await aRanking(gemina.app, { roundId, side: lund, as: 'LEARNER', ranking: [graz] });
    await aRanking(gemina.app, { roundId, side: graz, as: 'MENTOR', ranking: [[brno, lund]] });

    await gemina.ask(compute, { id: roundId }, organiser.token);
    await gemina.ask(publish, { id: roundId }, organiser.token);
    const { matchingRound } = await gemina.ask(
      'query($id: ID!) { matchingRound(id: $id) { matches { learner { name } twinning { id message } } } }',
      { id: roundId },
      organiser.token,
    );
    const { city } = await gemina.ask('query($id: ID!) { city(id: $id) { mentorOffer { activeCount } } }', {
      id: graz.city.id,
    });

    const twinnings = new Map(
      (matchingRound.matches as Data[]).map((match) => [match['learner'].name as string, match['twinning'] as Data]),
    );
    assert.deepEqual(twinnings.get('Brno'), { id: waiting.id, message: 'Please.' });
    assert.equal(twinnings.get('Lund')?.['id'], active.id);
    assert.equal(city.mentorOffer.activeCount, 2);
  });

  it('keeps to the places by theme', async () => {
    const graz = await mentor('Graz', 2, { themes: ['HOUSING', 'HEALTH'], places: [{ theme: 'HOUSING', places: 1 }] });
    const [brno, lund, pecs] = [
      await learner('Brno'),
      await learner('Lund'),
      await learner('Pécs', { themes: ['HEALTH'] }),
    ];
    const { id: roundId } = await aRound(gemina.app);
    for (const side of [brno, lund, pecs])
      await aRanking(gemina.app, { roundId, side, as: 'LEARNER', ranking: [graz] });
    await aRanking(gemina.app, { roundId, side: graz, as: 'MENTOR', ranking: [brno, lund, pecs] });

    await gemina.ask(compute, { id: roundId }, organiser.token);
    await gemina.ask(publish, { id: roundId }, organiser.token);
    const { matches } = await seen(roundId);

    const pairs = (matches as Data[]).map(
      (match) => [match['learner'].name, match['theme'], match['twinning'].themes] as unknown[],
    );
    assert.deepEqual(pairs.sort(), [
      ['Brno', 'HOUSING', ['HOUSING']],
      ['Pécs', 'HEALTH', ['HEALTH']],
    ]);
  });

  it('certifies each aim so that the checker, which shares no code with the solver, finds no fault', async () => {
    const graz = await mentor('Graz', 2, { themes: ['HOUSING', 'HEALTH'], places: [{ theme: 'HOUSING', places: 1 }] });
    const bern = await mentor('Bern');
    const [brno, lund] = [await learner('Brno', { themes: ['HEALTH', 'HOUSING'] }), await learner('Lund')];
    for (const aim of ['LEARNERS_FIRST', 'MOST_PAIRS', 'BEST_FIT'] as const) {
      const { id } = await aRound(gemina.app, { aim });
      await aRanking(gemina.app, { roundId: id, side: brno, as: 'LEARNER', ranking: [[graz, bern]] });
      await aRanking(gemina.app, { roundId: id, side: lund, as: 'LEARNER', ranking: [bern, graz] });
      await aRanking(gemina.app, { roundId: id, side: graz, as: 'MENTOR', ranking: [[brno, lund]] });
      await aRanking(gemina.app, { roundId: id, side: bern, as: 'MENTOR', ranking: [brno, lund] });

      await gemina.ask(compute, { id }, organiser.token);
      const file = await fetch(`${gemina.url}/matching-rounds/${id}/certificate.json`, {
        headers: { authorization: `Bearer ${organiser.token}` },
      });
      const certified = readRound(new Uint8Array(await file.arrayBuffer()));

      assert.equal(certified.aim, aim);
      assert.equal(certified.result.pairs.length, 2);
      assert.deepEqual(faultsOf(certified), []);
    }
  });

  it('publishes nothing where a place was taken meanwhile, and computes again from the places as they are', async () => {
    const { id, graz } = await contested();
    await gemina.ask(compute, { id }, organiser.token);
    const other = await learner('Oulu');
    await aTwinning(gemina.app, { mentorId: graz.city.id, learnerId: other.city.id });

    const refused = await gemina.graphql(publish, { id }, organiser.token);
    const before = await seen(id, organiser.token);
    await gemina.ask(discard, { id }, organiser.token);
    await gemina.ask(compute, { id }, organiser.token);
    const again = await seen(id, organiser.token);

    assert.equal(refused.errors?.[0]?.extensions.code, 'CONFLICT');
    assert.deepEqual(refused.errors[0].extensions['mentorIds'], [graz.city.id]);
    assert.equal(before['status'], 'COMPUTED');
    assert.deepEqual(again['matches'], []);
    assert.match(again['unmatched'][0].reason as string, /had no place in this round/);
  });

  it('answers what one more place would change, and keeps nothing of it', async () => {
    const { id, graz } = await contested();
    await gemina.ask(compute, { id }, organiser.token);
    const ask = `query($roundId: ID!, $mentorId: ID!, $places: Int!) { roundWhatIf(roundId: $roundId, mentorId: $mentorId, places: $places) {
      placesNow places pairsNow pairs gains { city { name } from { name } to { name } toRank } losses { city { name } to { name } } } }`;
    const about = { roundId: id, mentorId: graz.city.id };

    const more = await gemina.ask(ask, { ...about, places: 2 }, organiser.token);
    const none = await gemina.ask(ask, { ...about, places: 0 }, organiser.token);

    assert.deepEqual(more['roundWhatIf'], {
      placesNow: 1,
      places: 2,
      pairsNow: 1,
      pairs: 2,
      gains: [{ city: { name: 'Lund' }, from: null, to: { name: 'Graz' }, toRank: 1 }],
      losses: [],
    });
    assert.deepEqual(none['roundWhatIf'].losses, [{ city: { name: 'Brno' }, to: null }]);
    assert.equal((await seen(id, organiser.token))['matches'].length, 1);
    assert.equal(await gemina.refusal(ask, { ...about, places: -1 }, organiser.token), 'BAD_USER_INPUT');
    assert.equal(await gemina.refusal(ask, { ...about, places: 101 }, organiser.token), 'BAD_USER_INPUT');
    assert.equal(await gemina.refusal(ask, { ...about, places: 2 }, graz.person.token), 'FORBIDDEN');
  });

  it('lets organisers act and nobody else, at the stage that the act belongs to', async () => {
    const { id, graz } = await contested();

    for (const act of [compute, publish, cancel, discard]) {
      assert.equal(await gemina.refusal(act, { id }), 'UNAUTHENTICATED');
      assert.equal(await gemina.refusal(act, { id }, graz.person.token), 'FORBIDDEN');
    }
    assert.equal(await gemina.refusal(publish, { id }, organiser.token), 'INVALID_TRANSITION');
    assert.equal(await gemina.refusal(discard, { id }, organiser.token), 'INVALID_TRANSITION');
    await gemina.ask(compute, { id }, organiser.token);
    assert.equal(await gemina.refusal(compute, { id }, organiser.token), 'INVALID_TRANSITION');
    await gemina.ask(publish, { id }, organiser.token);
    for (const act of [compute, publish, cancel, discard]) {
      assert.equal(await gemina.refusal(act, { id }, organiser.token), 'INVALID_TRANSITION');
    }
    assert.equal(await gemina.refusal(compute, { id: graz.city.id }, organiser.token), 'NOT_FOUND');
  });

  it('cancels a round, tells who has ranked, and shows its result to organisers only', async () => {
    const { id, brno } = await contested();
    await gemina.ask(compute, { id }, organiser.token);

    const { cancelMatchingRound } = await gemina.ask(cancel, { id }, organiser.token);
    const letter = await gemina.relay.mailWhere(({ to }) => to === brno.person.email);

    assert.equal(cancelMatchingRound.status, 'CANCELLED');
    assert.match(letter.mail.subject ?? '', /was cancelled/);
    assert.equal((await seen(id))['certificate'], null);
    assert.equal(await gemina.refusal(publish, { id }, organiser.token), 'INVALID_TRANSITION');
  });

  it('tells followers what happens, each what they may see', async () => {
    const { id, lund } = await contested();
    const follow =
      'subscription($id: ID!) { matchingRoundChanged(roundId: $id) { status matches { learner { name } } } }';
    const byNobody = await gemina.subscribe(follow, { id });
    const byOrganiser = await gemina.subscribe(follow, { id }, organiser.token);

    await aRanking(gemina.app, { roundId: id, side: lund, as: 'LEARNER', ranking: [] });
    const ranked = await byNobody.next();
    await gemina.ask(compute, { id }, organiser.token);
    const computed = await byNobody.next();
    await byOrganiser.next();
    const reviewed = await byOrganiser.next();

    assert.deepEqual(ranked.data?.['matchingRoundChanged'], { status: 'COLLECTING', matches: [] });
    assert.deepEqual(computed.data?.['matchingRoundChanged'], { status: 'COMPUTED', matches: [] });
    assert.deepEqual(reviewed.data?.['matchingRoundChanged'], {
      status: 'COMPUTED',
      matches: [{ learner: { name: 'Brno' } }],
    });
  });

  it('says what the viewer may do, and whom a city may rank', async () => {
    const graz = await mentor('Graz');
    const brno = await learner('Brno');
    const practitioner = await member(gemina.app);
    await aMembership(gemina.app, { personId: practitioner.id, bodyId: brno.city.id, role: 'PRACTITIONER' });
    const { id } = await aRound(gemina.app);
    const ask =
      'query($id: ID!) { matchingRound(id: $id) { viewer { canRankFor canImport canCompute canPublish canCancel } } node(id: $id) { id } }';
    const viewerOf = async (token?: string): Promise<Data | null> =>
      (await gemina.ask(ask, { id }, token))['matchingRound'].viewer as Data | null;
    const rankable = async (cityId: string, as: string): Promise<string[]> =>
      (
        (
          await gemina.ask('query($c: ID!, $as: RoundSide!) { rankableCities(cityId: $c, as: $as) { id } }', {
            c: cityId,
            as,
          })
        )['rankableCities'] as Data[]
      ).map((city) => city['id'] as string);

    assert.equal(await viewerOf(), null);
    assert.deepEqual((await viewerOf(graz.person.token))?.['canRankFor'], [graz.city.id]);
    assert.deepEqual((await viewerOf(practitioner.token))?.['canRankFor'], []);
    assert.equal((await viewerOf(organiser.token))?.['canCompute'], true);
    assert.ok((await rankable(brno.city.id, 'LEARNER')).includes(graz.city.id));
    assert.ok((await rankable(graz.city.id, 'MENTOR')).includes(brno.city.id));
    assert.deepEqual(await rankable(graz.city.id, 'LEARNER'), []);
  });
});
