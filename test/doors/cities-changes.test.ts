import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LoadFacts } from '#cities';
import { aCity, aMembership } from '#cities/testing';
import { member, type Member } from '#people/testing';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

describe('the directory, when it changes,', () => {
  let gemina: Gemina;
  let organiser: Member;
  let reader: Member;

  before(async () => {
    gemina = await startGemina();
    await gemina.app.get(LoadFacts).load();
    organiser = await member(gemina.app, { roles: ['ORGANISER'] });
    reader = await member(gemina.app);
  });
  after(() => gemina.stop());

  const create = async (input: object): Promise<Data> => {
    const data = await gemina.ask(
      `mutation ($input: CreateCityInput!) { createCity(input: $input) {
        id slug name declared declaredYear population languages location { latitude longitude } partOf { slug }
        claims { subject value source ownWord } } }`,
      { input: { name: 'Somewhere', kind: 'CITY', country: 'AT', ...input } },
      organiser.token,
    );
    return data.createCity;
  };
  const claim = (input: object, token: string) =>
    gemina.graphql(
      `mutation ($input: AddClaimInput!) { addClaim(input: $input) {
        declared declaredYear population claims { subject value source sourceUrl publishedOn denies } } }`,
      { input },
      token,
    );
  const update = (input: object, token: string) =>
    gemina.graphql(
      `mutation ($input: UpdateCityInput!) { updateCity(input: $input) {
        slug name website about languages declaredYear population location { latitude } } }`,
      { input },
      token,
    );

  it('takes in a city with what is known of it, as the city’s own word', async () => {
    const { city } = await gemina.ask('{ city(slug: "vienna") { id } }');
    const made = await create({
      name: 'Wien-Neubau',
      kind: 'DISTRICT',
      population: 31_000,
      declaredYear: 2019,
      latitude: 48.2,
      longitude: 16.35,
      partOfId: city.id as string,
    });

    assert.equal(made.slug, 'wien-neubau');
    assert.deepEqual(made.languages, ['de']);
    assert.deepEqual(made.partOf, { slug: 'vienna' });
    assert.deepEqual([made.declared, made.declaredYear, made.population], [true, 2019, 31_000]);
    assert.deepEqual(
      (made.claims as Data[]).map(
        ({ subject, value, source, ownWord }) => [subject, value, source, ownWord] as unknown[],
      ),
      [
        ['DECLARED_YEAR', '2019', 'Wien-Neubau', true],
        ['POPULATION', '31000', 'Wien-Neubau', true],
      ],
    );
  });

  it('gives cities of one name addresses of their own, also when they come at once', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => create({ name: 'Neustadt', country: 'DE' })));

    assert.deepEqual(made.map(({ slug }) => slug as string).sort(), [
      'neustadt',
      'neustadt-2',
      'neustadt-3',
      'neustadt-4',
      'neustadt-5',
      'neustadt-de',
    ]);
  });

  it('draws the year anew with every claim: most sources, then the city’s own word', async () => {
    const { id, name } = await aCity(gemina.app, { name: 'Klausenburg' });
    const says = async (value: string, source: string): Promise<number> => {
      const { data } = await claim({ cityId: id, subject: 'DECLARED_YEAR', value, source }, organiser.token);
      return data?.addClaim.declaredYear as number;
    };

    assert.equal(await says('2010', 'a book'), 2010);
    assert.equal(await says('2012', 'a paper'), 2010);
    assert.equal(await says('2012', 'a report'), 2012);
    const own = await update({ id, declaredYear: 2008 }, organiser.token);
    assert.equal(own.data?.updateCity.declaredYear, 2008);
    const taken = await update({ id, declaredYear: null }, organiser.token);
    assert.equal(taken.data?.updateCity.declaredYear, 2012);
    const { city } = await gemina.ask('query ($id: ID) { city(id: $id) { name claims { value } } }', { id });
    assert.deepEqual([city.name, city.claims.length], [name, 3]);
  });

  it('keeps a claim with all that is known of its source', async () => {
    const { id } = await aCity(gemina.app);
    const said = {
      subject: 'FOCUS',
      value: 'Housing first',
      source: 'Annual report',
      sourceUrl: 'https://example.org/report',
      publishedOn: '2024-02-29',
    };

    const answer = await claim({ cityId: id, ...said }, organiser.token);

    assert.deepEqual(answer.data?.addClaim.claims, [{ ...said, denies: false }]);
  });

  it('changes what is said, keeps what is left out, and takes away what is null', async () => {
    const { id } = await create({ name: 'Change', website: 'https://example.org', about: 'Ours', population: 5 });

    const one = await update({ id, name: ' Changed  City ', languages: ['hu', 'hu', 'ro'] }, organiser.token);
    const two = await update({ id, about: null, population: null, latitude: 1, longitude: 2 }, organiser.token);

    assert.deepEqual(one.data?.updateCity, {
      slug: 'change',
      name: 'Changed City',
      website: 'https://example.org',
      about: 'Ours',
      languages: ['hu', 'ro'],
      declaredYear: null,
      population: 5,
      location: null,
    });
    assert.deepEqual(
      [two.data?.updateCity.about, two.data?.updateCity.population, two.data?.updateCity.location],
      [null, null, { latitude: 1 }],
    );
  });

  it('is changed by a city’s focal points, organisers and administrators only', async () => {
    const { id } = await aCity(gemina.app);
    const [focalPoint, practitioner, moderator, admin] = await Promise.all([
      member(gemina.app),
      member(gemina.app),
      member(gemina.app, { roles: ['MODERATOR'] }),
      member(gemina.app, { roles: ['ADMIN'] }),
    ]);
    await aMembership(gemina.app, { personId: focalPoint.id, bodyId: id });
    await aMembership(gemina.app, { personId: practitioner.id, bodyId: id, role: 'PRACTITIONER' });
    const change = `mutation ($id: ID!) { updateCity(input: { id: $id, about: "x" }) { viewerCanEdit viewerCanActFor } }`;
    const say = `mutation ($id: ID!, $v: String!) { addClaim(input: { cityId: $id, subject: FOCUS, value: $v, source: "s" }) { id } }`;

    for (const [nr, { token }] of [reader, practitioner, moderator].entries()) {
      assert.equal(await gemina.refusal(change, { id }, token), 'FORBIDDEN');
      assert.equal(await gemina.refusal(say, { id, v: String(nr) }, token), 'FORBIDDEN');
    }
    assert.equal(await gemina.refusal(change, { id }), 'UNAUTHENTICATED');
    const seen = await Promise.all(
      [focalPoint, organiser, admin].map(
        async ({ token }) => (await gemina.ask(change, { id }, token)).updateCity as Data,
      ),
    );
    assert.deepEqual(seen, [
      { viewerCanEdit: true, viewerCanActFor: true },
      { viewerCanEdit: true, viewerCanActFor: false },
      { viewerCanEdit: true, viewerCanActFor: true },
    ]);
    for (const [nr, { token }] of [focalPoint, organiser, admin].entries()) {
      await gemina.ask(say, { id, v: String(nr) }, token);
    }
  });

  it('is filled by organisers and administrators only', async () => {
    const mutations = [
      'mutation { createCity(input: { name: "X", kind: CITY, country: "AT" }) { id } }',
      'mutation { createOrganisation(input: { name: "X", kind: ACADEMIA }) { id } }',
      'mutation { createNetwork(input: { name: "X", kind: THEMATIC }) { id } }',
    ];

    for (const mutation of mutations) {
      assert.equal(await gemina.refusal(mutation), 'UNAUTHENTICATED');
      assert.equal(await gemina.refusal(mutation, {}, reader.token), 'FORBIDDEN');
      await gemina.ask(mutation, {}, organiser.token);
    }
  });

  it('refuses what cannot be, and names the field', async () => {
    const { id } = await aCity(gemina.app, { name: 'Refused' });
    const cases: [object, string][] = [
      [{ name: '' }, 'name'],
      [{ name: ' \u2003 ' }, 'name'],
      [{ name: 'Gr\u202eaz' }, 'name'],
      [{ name: 'x'.repeat(201) }, 'name'],
      [{ population: 0 }, 'population'],
      [{ population: -5 }, 'population'],
      [{ latitude: 91, longitude: 0 }, 'latitude'],
      [{ latitude: 48 }, 'longitude'],
      [{ declaredYear: 1812 }, 'declaredYear'],
      [{ declaredYear: 3000 }, 'declaredYear'],
      [{ partOfId: 'no uuid' }, 'partOfId'],
    ];
    for (const [input, field] of cases) {
      const answer = await gemina.graphql(
        'mutation ($input: CreateCityInput!) { createCity(input: $input) { id } }',
        { input: { name: 'X', kind: 'CITY', country: 'AT', ...input } },
        organiser.token,
      );
      assert.equal(answer.errors?.[0]?.extensions.code, 'BAD_USER_INPUT', JSON.stringify(input));
      assert.equal(answer.errors?.[0]?.extensions.field, field);
    }
    const claims: [object, string][] = [
      [{ subject: 'DECLARED_YEAR', value: 'about 2010' }, 'value'],
      [{ subject: 'DECLARED_YEAR', value: '1200' }, 'value'],
      [{ subject: 'POPULATION', value: '12,000' }, 'value'],
      [{ subject: 'FOCUS', value: '' }, 'value'],
      [{ subject: 'FOCUS', value: '  ' }, 'value'],
      [{ subject: 'FOCUS', value: 'x', source: '' }, 'source'],
    ];
    for (const [input, field] of claims) {
      const answer = await claim({ cityId: id, source: 's', ...input }, organiser.token);
      assert.equal(answer.errors?.[0]?.extensions.code, 'BAD_USER_INPUT', JSON.stringify(input));
      assert.equal(answer.errors?.[0]?.extensions.field, field);
    }
    assert.equal((await update({ id, name: null }, organiser.token)).errors?.[0]?.extensions.field, 'name');
  });

  it('refuses unknown ids, foreign cursors, oversized pages and what was said before', async () => {
    const { id } = await aCity(gemina.app);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const say = { cityId: id, subject: 'FOCUS', value: 'Twice', source: 'One' };
    await claim(say, organiser.token);

    const codes = await Promise.all([
      claim(say, organiser.token),
      claim({ ...say, cityId: unknown }, organiser.token),
      claim({ ...say, cityId: 'no uuid' }, organiser.token),
      update({ id: unknown, name: 'X' }, organiser.token),
      gemina.graphql('{ cities(after: "bm9uZQ") { nodes { id } } }'),
      gemina.graphql('{ cities(first: 101) { nodes { id } } }'),
      gemina.graphql('{ cities(first: 0) { nodes { id } } }'),
      gemina.graphql(`{ cities(filter: { search: "${'x'.repeat(201)}" }) { nodes { id } } }`),
      gemina.graphql('{ cities(filter: { country: ["Austria"] }) { nodes { id } } }'),
    ]);

    assert.deepEqual(
      codes.map(({ errors }) => errors?.[0]?.extensions.code),
      [
        'CONFLICT',
        'NOT_FOUND',
        'NOT_FOUND',
        'NOT_FOUND',
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
      ],
    );
  });
});
