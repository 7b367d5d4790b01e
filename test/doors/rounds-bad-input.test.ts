import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { member, type Member } from '#people/testing';
import { aLearningRequest, aMentorOffer, aRanking, aRound, aSide, aTwinning, type Side } from '#twinning/testing';
import { type Answer, type Data, type Gemina, startGemina } from '../harness/index.js';

const open = 'mutation($input: OpenMatchingRoundInput!) { openMatchingRound(input: $input) { id } }';
const rank = 'mutation($input: RankInput!) { rankForRound(input: $input) { learnerCount mentorCount } }';
const compute = 'mutation($id: ID!) { computeMatchingRound(id: $id) { status } }';
const load =
  'mutation($id: ID!, $csv: String!) { importRankings(roundId: $id, csv: $csv) { rankings round { learnerCount mentorCount } } }';

describe('matching rounds, given what they cannot use', () => {
  let gemina: Gemina;
  let organiser: Member;
  let graz: Side;
  let brno: Side;
  let roundId: string;

  before(async () => {
    gemina = await startGemina();
    organiser = await member(gemina.app, { roles: ['ORGANISER'] });
    graz = await aSide(gemina.app, { name: 'Graz' });
    brno = await aSide(gemina.app, { name: 'Brno' });
    await aMentorOffer(gemina.app, { cityId: graz.city.id, capacity: 1 });
    await aLearningRequest(gemina.app, { cityId: brno.city.id });
    roundId = (await aRound(gemina.app)).id;
  });
  after(() => gemina.stop());

  const tryRanking = (side: Side, as: string, ranking: string[][], id = roundId): Promise<Answer> =>
    gemina.graphql(rank, { input: { roundId: id, cityId: side.city.id, as, ranking } }, side.person.token);

  async function refusalOf(
    side: Side,
    as: string,
    ranking: string[][],
    id?: string,
  ): Promise<[string?, string?, string?]> {
    const error = (await tryRanking(side, as, ranking, id)).errors?.[0];
    return [error?.extensions.code, error?.extensions.field, error?.message];
  }

  it('opens no round without a name, a seed, or time to rank', async () => {
    const good = { name: 'Cohort', seed: 'Lottery', closesAt: gemina.clock.in(60) };

    for (const bad of [{ name: ' ' }, { seed: '' }, { closesAt: gemina.clock.in(-1) }, { name: 'x'.repeat(201) }]) {
      assert.equal(await gemina.refusal(open, { input: { ...good, ...bad } }, organiser.token), 'BAD_USER_INPUT');
    }
    assert.equal(await gemina.refusal(open, { input: good }, graz.person.token), 'FORBIDDEN');
  });

  it('names what is wrong with a ranking', async () => {
    const idle = await aSide(gemina.app, { name: 'Idle' });
    const healthy = await aSide(gemina.app, { name: 'Healthy' });
    await aMentorOffer(gemina.app, { cityId: healthy.city.id, themes: ['HEALTH'] });
    const nowhere = '00000000-0000-7000-8000-000000000000';
    const cases: [fault: RegExp, side: Side, as: string, ranking: string[][]][] = [
      [/no such city/, brno, 'LEARNER', [[nowhere]]],
      [/no such city: graz/, brno, 'LEARNER', [['graz']]],
      [/cannot rank itself/, brno, 'LEARNER', [[brno.city.id]]],
      [/stands once/, brno, 'LEARNER', [[graz.city.id], [graz.city.id.toUpperCase()]]],
      [/inner list/, brno, 'LEARNER', [[graz.city.id], []]],
      [/no open offer/, brno, 'LEARNER', [[idle.city.id]]],
      [/Nothing that is asked for is offered/, brno, 'LEARNER', [[healthy.city.id]]],
      [/no open learning request/, graz, 'MENTOR', [[idle.city.id]]],
    ];

    for (const [fault, side, as, ranking] of cases) {
      const [code, field, message] = await refusalOf(side, as, ranking);
      assert.deepEqual([code, field], ['BAD_USER_INPUT', 'ranking'], message ?? '');
      assert.match(message ?? '', fault);
    }
    const [code, field] = await refusalOf(idle, 'LEARNER', [[graz.city.id]]);
    assert.deepEqual([code, field], ['BAD_USER_INPUT', 'cityId']);
    assert.deepEqual((await refusalOf(idle, 'MENTOR', [[brno.city.id]])).slice(0, 2), ['BAD_USER_INPUT', 'cityId']);
  });

  it('lets only focal points of the city rank for it', async () => {
    const input = { roundId, cityId: brno.city.id, as: 'LEARNER', ranking: [[graz.city.id]] };

    assert.equal(await gemina.refusal(rank, { input }), 'UNAUTHENTICATED');
    assert.equal(await gemina.refusal(rank, { input }, graz.person.token), 'FORBIDDEN');
    assert.equal(await gemina.refusal(rank, { input }, organiser.token), 'FORBIDDEN');
    assert.equal(await gemina.refusal(rank, { input: { ...input, cityId: roundId } }, brno.person.token), 'NOT_FOUND');
    assert.equal(
      await gemina.refusal(rank, { input: { ...input, roundId: brno.city.id } }, brno.person.token),
      'NOT_FOUND',
    );
  });

  it('takes no learners for a city whose places are all taken', async () => {
    const [full, first, next] = (await Promise.all([1, 2, 3].map(() => aSide(gemina.app)))) as [Side, Side, Side];
    await aMentorOffer(gemina.app, { cityId: full.city.id, capacity: 1 });
    await aTwinning(gemina.app, { mentorId: full.city.id, learnerId: first.city.id });
    await aLearningRequest(gemina.app, { cityId: next.city.id });

    assert.deepEqual((await refusalOf(full, 'MENTOR', [[next.city.id]])).slice(0, 2), ['CAPACITY_REACHED', 'cityId']);
  });

  it('changes no ranking once the round has closed, or is computed', async () => {
    const { id } = await aRound(gemina.app, { closesAt: gemina.clock.in(60) });
    await aRanking(gemina.app, { roundId: id, side: brno, as: 'LEARNER', ranking: [graz] });
    await aRanking(gemina.app, { roundId: id, side: graz, as: 'MENTOR', ranking: [brno] });

    gemina.clock.advance(60);
    const closed = await refusalOf(brno, 'LEARNER', [], id);
    const csv = await gemina.refusal(
      load,
      { id, csv: 'city,side,rank,choice\nbrno,LEARNER,1,graz\n' },
      organiser.token,
    );
    await gemina.ask(compute, { id }, organiser.token);
    const computed = await refusalOf(brno, 'LEARNER', [], id);

    assert.equal(closed[0], 'INVALID_TRANSITION');
    assert.match(closed[2] ?? '', /closed/);
    assert.equal(csv, 'INVALID_TRANSITION');
    assert.equal(computed[0], 'INVALID_TRANSITION');
    assert.match(computed[2] ?? '', /COMPUTED/);
  });

  it('computes no round in which one side has not ranked, and lets a city take its ranking back', async () => {
    const { id } = await aRound(gemina.app);

    const empty = await gemina.graphql(compute, { id }, organiser.token);
    await aRanking(gemina.app, { roundId: id, side: brno, as: 'LEARNER', ranking: [graz] });
    const oneSided = await gemina.graphql(compute, { id }, organiser.token);
    const back = await tryRanking(brno, 'LEARNER', [], id);

    assert.deepEqual(
      [empty.errors?.[0]?.extensions.code, empty.errors?.[0]?.extensions['missing']],
      ['CONFLICT', 'LEARNER'],
    );
    assert.deepEqual(
      [oneSided.errors?.[0]?.extensions.code, oneSided.errors?.[0]?.extensions['missing']],
      ['CONFLICT', 'MENTOR'],
    );
    assert.deepEqual(back.data?.['rankForRound'], { learnerCount: 0, mentorCount: 0 });
  });

  it('leaves out what became impossible after it was ranked', async () => {
    const [oslo, york] = [await aSide(gemina.app, { name: 'Oslo' }), await aSide(gemina.app, { name: 'York' })];
    await aMentorOffer(gemina.app, { cityId: oslo.city.id });
    await aLearningRequest(gemina.app, { cityId: york.city.id });
    const { id } = await aRound(gemina.app);
    await aRanking(gemina.app, { roundId: id, side: york, as: 'LEARNER', ranking: [oslo] });
    await aRanking(gemina.app, { roundId: id, side: oslo, as: 'MENTOR', ranking: [york] });

    await aMentorOffer(gemina.app, { cityId: oslo.city.id, open: false });
    await gemina.ask(compute, { id }, organiser.token);
    const { matchingRound } = await gemina.ask(
      'query($id: ID!) { matchingRound(id: $id) { matches { learner { name } } unmatched { city { name } reason } } }',
      { id },
      organiser.token,
    );

    assert.deepEqual(matchingRound.matches, []);
    assert.deepEqual(
      (matchingRound.unmatched as Data[]).map(({ reason }) => reason as string),
      [
        'York has ranked no mentor that still offers what it asks for.',
        'Oslo has ranked no learner that still asks for what it offers.',
      ],
    );
  });

  describe('a file of rankings', () => {
    const wrongRows = async (id: string, csv: string, token = organiser.token): Promise<Data[]> => {
      const { errors } = await gemina.graphql(load, { id, csv }, token);
      assert.equal(errors?.[0]?.extensions.code, 'BAD_USER_INPUT', JSON.stringify(errors));
      return errors[0].extensions['rows'] as Data[];
    };
    const countsOf = async (id: string): Promise<Data> =>
      (await gemina.ask('query($id: ID!) { matchingRound(id: $id) { learnerCount mentorCount } }', { id }))[
        'matchingRound'
      ] as Data;

    it('is taken as a whole, with ties, and comes back from the export', async () => {
      const { id } = await aRound(gemina.app);
      const bern = await aSide(gemina.app, { name: 'Bern' });
      await aMentorOffer(gemina.app, { cityId: bern.city.id });
      const csv = `\uFEFFCity;Side;Rank;Choice;note\r\nbrno;learner;2;graz;"first; by far"\r\n${brno.city.id};LEARNER;2;bern;\r\n\r\ngraz;MENTOR;1;brno;\r\n`;

      const { importRankings } = await gemina.ask(
        load,
        { id, csv: csv.replace(brno.city.id, 'brno') },
        organiser.token,
      );
      const { matchingRound } = await gemina.ask(
        'query($id: ID!) { matchingRound(id: $id) { rankings { city { name } side ranking } } }',
        { id },
        organiser.token,
      );
      const file = await fetch(`${gemina.url}/matching-rounds/${id}/rankings.csv`, {
        headers: { authorization: `Bearer ${organiser.token}` },
      });
      const exported = await file.text();
      const again = await gemina.ask(load, { id, csv: exported }, organiser.token);

      assert.deepEqual(importRankings, { rankings: 2, round: { learnerCount: 1, mentorCount: 1 } });
      assert.deepEqual(
        (matchingRound.rankings as Data[]).map(
          ({ city, side, ranking }) => [city.name, side, (ranking as string[][]).map((tie) => tie.length)] as unknown[],
        ),
        [
          ['Brno', 'LEARNER', [2]],
          ['Graz', 'MENTOR', [1]],
        ],
      );
      assert.match(file.headers.get('content-type') ?? '', /^text\/csv/);
      assert.match(exported, /^city,side,rank,choice,city_name,choice_name\r\n/);
      assert.deepEqual(again['importRankings'], importRankings);
    });

    it('is refused with every wrong row and its reason, and nothing of it is kept', async () => {
      const { id } = await aRound(gemina.app);
      const idle = await aSide(gemina.app, { name: 'Lazytown' });
      const rows = [
        'city,side,rank,choice',
        'brno,LEARNER,1,graz',
        'atlantis,LEARNER,1,graz',
        'brno,LEARNER,2,atlantis',
        'brno,TEACHER,1,graz',
        'brno,LEARNER,0,graz',
        'brno,LEARNER,first,graz',
        'brno,LEARNER,1',
        ',LEARNER,1,graz',
        'graz,MENTOR,1,',
        'brno,LEARNER,3,graz',
      ];
      const second = [
        'city,side,rank,choice',
        'brno,LEARNER,1,brno',
        `brno,LEARNER,2,${idle.city.slug}`,
        `${idle.city.slug},LEARNER,1,graz`,
        `${idle.city.slug},MENTOR,1,brno`,
        `brno,LEARNER,1,graz`,
        `${brno.city.id},LEARNER,2,graz`,
      ];

      const unreadable = await wrongRows(id, rows.join('\n'));
      const impossible = await wrongRows(id, second.join('\n'));

      assert.deepEqual(
        unreadable.map(({ row }) => row as number),
        [3, 4, 5, 6, 7, 8, 9, 10, 11],
      );
      assert.match(unreadable[0]?.['reason'] as string, /There is no city “atlantis”/);
      assert.match(unreadable[2]?.['reason'] as string, /“TEACHER” is no side/);
      assert.match(unreadable[8]?.['reason'] as string, /already, in row 2/);
      assert.deepEqual(
        impossible.map(({ row, reason }) => `${row} ${reason}`),
        [
          '2 A city cannot rank itself.',
          '3 The chosen city has no open offer to mentor.',
          '4 This city has no open learning request.',
          '5 This city has no open offer to mentor.',
          '7 This city is ranked already, by its other name.',
        ],
      );
      assert.deepEqual(await countsOf(id), { learnerCount: 0, mentorCount: 0 });
    });

    it('is refused where it is no table of rankings at all', async () => {
      const { id } = await aRound(gemina.app);

      assert.match((await wrongRows(id, ''))[0]?.['reason'] as string, /empty/);
      assert.match((await wrongRows(id, 'city,side\nbrno,LEARNER'))[0]?.['reason'] as string, /no column rank, choice/);
      assert.match((await wrongRows(id, 'city,side,rank,choice,city\n'))[0]?.['reason'] as string, /city twice/);
      assert.match((await wrongRows(id, 'city,side,rank,choice\n'))[0]?.['reason'] as string, /No ranking follows/);
      assert.deepEqual(await wrongRows(id, 'city,side,rank,choice\n"brno,LEARNER,1,graz'), [
        { row: 2, reason: 'Not readable as CSV: a quote is not closed.' },
      ]);
    });

    it('is taken from a focal point for the own city, and for no other', async () => {
      const { id } = await aRound(gemina.app);
      const rows = 'city,side,rank,choice\nbrno,LEARNER,1,graz\ngraz,MENTOR,1,brno\n';
      const nobody = await member(gemina.app);

      assert.deepEqual(await wrongRows(id, rows, brno.person.token), [
        { row: 3, reason: 'You may not rank for this city.' },
      ]);
      assert.equal(await gemina.refusal(load, { id, csv: rows }, nobody.token), 'FORBIDDEN');
      assert.equal(await gemina.refusal(load, { id, csv: rows }), 'UNAUTHENTICATED');
      await gemina.ask(load, { id, csv: rows.replace(/graz,MENTOR.*\n/, '') }, brno.person.token);
      assert.deepEqual(await countsOf(id), { learnerCount: 1, mentorCount: 0 });
    });
  });

  it('exports only what the reader may see', async () => {
    const { id } = await aRound(gemina.app, { name: '=cmd' });
    await aRanking(gemina.app, { roundId: id, side: brno, as: 'LEARNER', ranking: [graz] });
    await aRanking(gemina.app, { roundId: id, side: graz, as: 'MENTOR', ranking: [brno] });
    await gemina.ask(compute, { id }, organiser.token);
    const get = async (file: string, token?: string): Promise<{ status: number; text: string }> => {
      const response = await fetch(`${gemina.url}/matching-rounds/${id}/${file}`, {
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
      return { status: response.status, text: await response.text() };
    };

    for (const file of ['certificate.json', 'pairs.csv', 'pairs.json']) {
      assert.equal((await get(file)).status, 404);
      assert.equal((await get(file, brno.person.token)).status, 404);
    }
    assert.equal((await get('rankings.csv')).text, 'city,side,rank,choice,city_name,choice_name\r\n');
    assert.match((await get('rankings.csv', brno.person.token)).text, /\r\nbrno,LEARNER,1,graz,Brno,Graz\r\n$/);
    assert.match((await get('pairs.csv', organiser.token)).text, /\r\nbrno,Brno,AT,graz,Graz,AT,,1,1,\r\n$/);
    const pairs = JSON.parse((await get('pairs.json', organiser.token)).text) as Data;
    assert.equal(pairs['pairs'][0].learner.name, 'Brno');
    assert.equal((await fetch(`${gemina.url}/matching-rounds/nonsense/pairs.csv`)).status, 404);
  });
});
