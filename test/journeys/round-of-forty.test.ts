import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { aMembership } from '#cities/testing';
import { member, type Member } from '#people/testing';
import { inCheckout, runNode } from '../habits/checkout.js';
import { type Data, type Gemina, type Live, startGemina } from '../harness/index.js';

interface City {
  id: string;
  slug: string;
  name: string;
  country: string;
  languages: string[];
  person: Member;
}

const themes = ['HOUSING', 'PARTICIPATION', 'ROMA', 'CHILDREN', 'MIGRATION_AND_ASYLUM'];
const locales = ['en', 'fr', 'de'];
const rank = 'mutation($input: RankInput!) { rankForRound(input: $input) { learnerCount mentorCount } }';
const result = `matches { learner { id name } mentor { id name } theme learnerRank mentorRank twinning { status group { id } } }
  unmatched { city { id name } side reason } blockingPairs { learner { name } }
  comparison { aim chosen pairs learnerRanks { rank count } blockingPairs unmatched { id } }`;

/**
 * A cohort of 40 real authorities from the shipped facts: twelve mentor, the others learn, and one does both. They rank
 * by what is suggested to them, on the web and by CSV; the round is computed, reviewed, published and checked offline.
 * Each step goes on from the one before.
 */
describe('a round of forty cities', () => {
  let gemina: Gemina;
  let organiser: Member;
  let mentors: City[];
  let learners: City[];
  let roundId: string;
  let live: Live;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gemina-round-'));
    gemina = await startGemina({}, { facts: true });
    organiser = await member(gemina.app, { roles: ['ORGANISER'] });
  });
  after(async () => {
    await gemina.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const offerOf = (city: City, index: number): object => ({
    cityId: city.id,
    themes: [themes[index % 5], themes[(index + 1) % 5]],
    ...(index % 3 === 0 ? { places: [{ theme: themes[index % 5], places: 1 }] } : {}),
    languages: [...city.languages, 'en'],
    formats: ['ONLINE_SESSION', 'STUDY_VISIT'],
    capacity: 1 + (index % 3),
  });

  async function verify(bytes: string | Buffer): Promise<{ status: number; verified: boolean }> {
    const file = join(folder, 'certificate.json');
    await writeFile(file, bytes);
    const { status, stdout, stderr } = await runNode([
      inCheckout('dist/apps/cli/src/main.js'),
      'verify-round',
      file,
      '--json',
    ]);
    assert.ok(stdout.startsWith('{'), stderr);
    return { status, verified: (JSON.parse(stdout) as { verified: boolean }).verified };
  }

  it('takes forty authorities with a focal point each, their offers and requests', async () => {
    const { cities } = await gemina.ask('{ cities(first: 100) { nodes { id slug name country languages } } }');
    const forty = (cities.nodes as Omit<City, 'person'>[]).slice(0, 40);
    const all: City[] = [];
    for (const [index, city] of forty.entries()) {
      const person = await member(gemina.app, { locale: locales[index % 3] ?? 'en' });
      await aMembership(gemina.app, { personId: person.id, bodyId: city.id });
      all.push({ ...city, person });
    }
    mentors = all.filter((_, index) => index % 10 < 3);
    learners = [...all.filter((_, index) => index % 10 >= 3), ...mentors.slice(0, 1)];

    for (const [index, city] of mentors.entries()) {
      await gemina.ask(
        'mutation($input: OfferMentoringInput!) { offerMentoring(input: $input) { id } }',
        { input: offerOf(city, index) },
        city.person.token,
      );
    }
    for (const [index, city] of learners.entries()) {
      await gemina.ask(
        'mutation($input: RequestLearningInput!) { requestLearning(input: $input) { id } }',
        {
          input: {
            cityId: city.id,
            themes: [themes[(index + 2) % 5], themes[(index * 3) % 5]],
            languages: [...city.languages, 'en'],
            formats: ['ONLINE_SESSION'],
            goal: 'To do better by everyone who lives here.',
          },
        },
        city.person.token,
      );
    }

    assert.equal(all.length, 40);
    assert.equal(mentors.length, 12);
  });

  it('is opened with its aim and seed, for everybody to see and follow', async () => {
    const { openMatchingRound } = await gemina.ask(
      'mutation($input: OpenMatchingRoundInput!) { openMatchingRound(input: $input) { id } }',
      {
        input: {
          name: 'Cohort of forty',
          closesAt: gemina.clock.in(14 * 86_400),
          aim: 'LEARNERS_FIRST',
          seed: 'Lottery of 6 December',
        },
      },
      organiser.token,
    );
    roundId = openMatchingRound.id as string;
    live = await gemina.subscribe(
      'subscription($id: ID!) { matchingRoundChanged(roundId: $id) { status learnerCount } }',
      { id: roundId },
    );
    const { matchingRound } = await gemina.ask('query($id: ID!) { matchingRound(id: $id) { seed aim status } }', {
      id: roundId,
    });

    assert.deepEqual(matchingRound, { seed: 'Lottery of 6 December', aim: 'LEARNERS_FIRST', status: 'COLLECTING' });
  });

  it('collects what learners rank on the web, by what is suggested to them', async () => {
    for (const city of learners) {
      const { city: seen } = await gemina.ask(
        'query($id: ID!) { city(id: $id) { learningRequests { suggestions(first: 6) { mentor { id } } } } }',
        { id: city.id },
      );
      const [first = '', second = '', ...rest] = (seen.learningRequests[0].suggestions as Data[]).map(
        ({ mentor }) => mentor.id as string,
      );
      const ranking = [[first, second], ...rest.map((id) => [id])];
      await gemina.ask(rank, { input: { roundId, cityId: city.id, as: 'LEARNER', ranking } }, city.person.token);
    }
    const { matchingRound } = await gemina.ask('query($id: ID!) { matchingRound(id: $id) { learnerCount } }', {
      id: roundId,
    });

    assert.equal(matchingRound.learnerCount, learners.length);
    assert.equal((await live.next()).data?.['matchingRoundChanged'].status, 'COLLECTING');
  });

  it('takes the mentors’ rankings from one file: nothing while a row is wrong, then all', async () => {
    const rows: string[] = [];
    for (const mentor of mentors) {
      const { rankableCities } = await gemina.ask(
        'query($id: ID!) { rankableCities(cityId: $id, as: MENTOR) { id slug country } }',
        { id: mentor.id },
      );
      const wanted = (rankableCities as City[]).toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
      wanted.forEach((city, index) => rows.push(`${mentor.slug},MENTOR,${1 + Math.floor(index / 3)},${city.slug}`));
    }
    const load =
      'mutation($id: ID!, $csv: String!) { importRankings(roundId: $id, csv: $csv) { rankings round { mentorCount } } }';
    const csv = ['city,side,rank,choice', ...rows].join('\n');

    const refused = await gemina.graphql(
      load,
      { id: roundId, csv: `${csv}\natlantis,MENTOR,1,graz\n` },
      organiser.token,
    );
    const before = await gemina.ask('query($id: ID!) { matchingRound(id: $id) { mentorCount } }', { id: roundId });
    const { importRankings } = await gemina.ask(load, { id: roundId, csv }, organiser.token);

    assert.deepEqual(refused.errors?.[0]?.extensions['rows'], [
      { row: rows.length + 2, reason: 'There is no city “atlantis”.' },
    ]);
    assert.equal(before['matchingRound'].mentorCount, 0);
    assert.deepEqual(importRankings, { rankings: 12, round: { mentorCount: 12 } });
  });

  it('closes, is computed for all three aims, and shows the result to the organiser alone', async () => {
    gemina.clock.advance(14 * 86_400);
    const [late] = learners as [City];
    const code = await gemina.refusal(
      rank,
      { input: { roundId, cityId: late.id, as: 'LEARNER', ranking: [] } },
      late.person.token,
    );

    await gemina.ask(
      'mutation($id: ID!) { computeMatchingRound(id: $id) { status } }',
      { id: roundId },
      organiser.token,
    );
    const ask = `query($id: ID!) { matchingRound(id: $id) { status ${result} } }`;
    const { matchingRound } = await gemina.ask(ask, { id: roundId }, organiser.token);
    const hidden = await gemina.ask(ask, { id: roundId }, late.person.token);

    assert.equal(code, 'INVALID_TRANSITION');
    assert.equal(matchingRound.status, 'COMPUTED');
    assert.ok(matchingRound.matches.length >= 10, String(matchingRound.matches.length));
    assert.deepEqual(matchingRound.blockingPairs, []);
    const [learnersFirst, mostPairs, bestFit] = matchingRound.comparison as Data[];
    assert.equal(learnersFirst?.['pairs'], matchingRound.matches.length);
    assert.ok(mostPairs?.['pairs'] >= learnersFirst?.['pairs']);
    assert.equal(mostPairs?.['blockingPairs'], 0);
    assert.ok(bestFit?.['pairs'] > 0);
    const leftOut = (matchingRound.unmatched as Data[]).filter(({ side }) => side === 'LEARNER');
    assert.equal(leftOut.length + matchingRound.matches.length, learners.length);
    assert.ok(leftOut.every(({ city, reason }) => (reason as string).includes(city.name as string)));
    assert.deepEqual([hidden['matchingRound'].matches, hidden['matchingRound'].comparison], [[], []]);
  });

  it('answers who would gain by one more place', async () => {
    const { matchingRound } = await gemina.ask(
      `query($id: ID!) { matchingRound(id: $id) { ${result} } }`,
      { id: roundId },
      organiser.token,
    );
    const wanted = (matchingRound.matches as Data[]).find(({ learnerRank }) => learnerRank === 1)?.['mentor'] as City;

    const places = async (count: number): Promise<Data> =>
      (
        await gemina.ask(
          'query($r: ID!, $m: ID!, $p: Int!) { roundWhatIf(roundId: $r, mentorId: $m, places: $p) { placesNow pairs pairsNow gains { city { id } } losses { city { id } } } }',
          { r: roundId, m: wanted.id, p: count },
          organiser.token,
        )
      )['roundWhatIf'] as Data;
    const none = await places(0);
    const more = await places((none['placesNow'] as number) + 1);
    const same = await places(none['placesNow'] as number);

    assert.ok(none['losses'].length > 0);
    assert.deepEqual(more['losses'], []);
    assert.deepEqual([same['gains'], same['losses'], same['pairs']], [[], [], same['pairsNow']]);
  });

  it('is published: a twinning with a group for each pair, and a letter to every city in its language', async () => {
    await gemina.ask(
      'mutation($id: ID!) { publishMatchingRound(id: $id) { status } }',
      { id: roundId },
      organiser.token,
    );
    const { matchingRound, twinnings } = await gemina.ask(
      `query($id: ID!) { matchingRound(id: $id) { status ${result} } twinnings(status: [ACTIVE], first: 100) { totalCount } }`,
      { id: roundId },
      organiser.token,
    );
    const cities = [...new Set([...mentors, ...learners])];
    const letters = await Promise.all(
      cities.map(({ person }) =>
        gemina.relay.mailWhere(({ to, mail }) => to === person.email && (mail.text ?? '').includes('certificate.json')),
      ),
    );

    assert.equal(matchingRound.status, 'PUBLISHED');
    assert.equal(twinnings.totalCount, matchingRound.matches.length);
    assert.ok((matchingRound.matches as Data[]).every(({ twinning }) => twinning.status === 'ACTIVE'));
    assert.equal(letters.length, 40);
    const words: Record<string, RegExp> = { en: /is published/, fr: /est publié/, de: /ist veröffentlicht/ };
    cities.forEach(({ person }, index) =>
      assert.match(letters[index]?.mail.text ?? '', words[person.person.locale] ?? /^$/),
    );
  });

  it('is checked by the checker, offline, and refused after a byte has changed', async () => {
    const response = await fetch(`${gemina.url}/matching-rounds/${roundId}/certificate.json`);
    const certificate = await response.text();
    const { matchingRound } = await gemina.ask(
      'query($id: ID!) { matchingRound(id: $id) { certificate { algorithm seed inputHash document } } }',
      { id: roundId },
    );
    const bytes = Buffer.from(certificate);

    assert.equal(response.status, 200);
    assert.deepEqual(await verify(certificate), { status: 0, verified: true });
    assert.deepEqual(await verify(JSON.stringify(matchingRound.certificate)), { status: 0, verified: true });
    for (const part of [0.2, 0.5, 0.9]) {
      const changed = Buffer.from(bytes);
      const at = Math.floor(bytes.length * part);
      changed[at] = changed[at] === 0x30 ? 0x31 : 0x30;
      assert.deepEqual(await verify(changed), { status: 1, verified: false }, `byte ${at}`);
    }
  });

  it('tells anybody why a learner is not with a mentor, in the language that they read', async () => {
    const { matchingRound } = await gemina.ask(
      `query($id: ID!) { matchingRound(id: $id) { ${result} rankings { city { id } side ranking } } }`,
      { id: roundId },
    );
    const match = (matchingRound.matches as Data[]).find(({ learnerRank }) => learnerRank > 1) as Data;
    const ranking = (matchingRound.rankings as Data[]).find(
      ({ city, side }) => city.id === match['learner'].id && side === 'LEARNER',
    ) as Data;
    const why = async (locale: string): Promise<string> =>
      (
        await gemina.graphql(
          'query($id: ID!, $l: ID!, $m: ID!) { matchingRound(id: $id) { whyNot(learnerId: $l, mentorId: $m) } }',
          { id: roundId, l: match['learner'].id as string, m: ranking['ranking'][0][0] as string },
          null,
          { 'accept-language': locale },
        )
      ).data?.['matchingRound'].whyNot as string;

    assert.match(await why('en'), /The places at .+ are taken\. .+What would give the pair: /);
    assert.match(await why('de'), /Die Plätze bei .+ sind vergeben\..+Was das Paar ergäbe: /);
    assert.match(await why('fr'), /Les places chez .+ sont prises\..+Ce qui donnerait la paire/);
  });
});
