import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CityExchanges, LoadFacts } from '#cities';
import { aCity } from '#cities/testing';
import { Database } from '#platform/database';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const names = (connection: Data): string[] => (connection.nodes as Data[]).map(({ name }) => name as string);

describe('the directory of cities', () => {
  let gemina: Gemina;

  before(async () => {
    gemina = await startGemina({ GEMINA_ROLES: 'api' }); // statements are counted: no loop may add its own
    await gemina.app.get(LoadFacts).load();
  });
  after(() => gemina.stop());

  const find = async (filter: object, more = ''): Promise<string[]> => {
    const { cities } = await gemina.ask(
      `query ($filter: CityFilter) { cities(first: 100, filter: $filter ${more}) { nodes { name } } }`,
      { filter },
    );
    return names(cities);
  };
  it('ships 46 cities that anybody may read, and puts nothing in twice', async () => {
    const again = await gemina.app.get(LoadFacts).load();

    const { cities } = await gemina.ask('{ cities(first: 1) { totalCount } }');
    assert.deepEqual(again, { cities: 0, organisations: 0, networks: 0 });
    assert.equal(cities.totalCount, 46);
  });

  it('shows what the sources say of Nuremberg, also where they disagree', async () => {
    const { city } = await gemina.ask(
      '{ city(slug: "nuremberg") { declared declaredYear claims { subject value source publishedOn denies } } }',
    );

    const declarations = (city.claims as Data[]).filter(({ subject }) => subject === 'DECLARATION');
    assert.equal(city.declared, true);
    assert.equal(city.declaredYear, null);
    assert.deepEqual(
      declarations.map(({ publishedOn, denies }) => ({ publishedOn, denies: denies as boolean })),
      [
        { publishedOn: '2020-01-23', denies: false },
        { publishedOn: null, denies: true },
      ],
    );
  });

  it('knows a district by the city that it is part of, and guesses no population', async () => {
    const { city } = await gemina.ask(
      '{ city(slug: "steglitz-zehlendorf") { kind population location { latitude } partOf { slug } } }',
    );

    assert.deepEqual(city, { kind: 'DISTRICT', population: null, location: null, partOf: { slug: 'berlin' } });
  });

  it('needs one statement for all cities of the map', async () => {
    const database = gemina.app.get(Database);
    const before = database.statements;

    const { cities } = await gemina.ask(
      '{ cities(first: 100) { nodes { slug name country declaredYear population location { latitude longitude } } } }',
    );

    assert.equal(database.statements - before, 1);
    assert.equal(cities.nodes.length, 46);
  });

  it('needs one statement for each kind of thing on a page of cities, whatever the page’s size', async () => {
    const database = gemina.app.get(Database);
    const query = (first: number) =>
      `{ cities(first: ${first}) { nodes { name claims { value } networks { name convenor { __typename } }
        focalPoints { name } members(first: 5) { totalCount nodes { role } } } } }`;
    const statementsOf = async (first: number): Promise<number> => {
      const before = database.statements;
      await gemina.ask(query(first));
      return database.statements - before;
    };

    assert.equal(await statementsOf(40), await statementsOf(10));
    assert.ok((await statementsOf(40)) <= 7);
  });

  it('finds names without regard to accents and case, and takes wildcards literally', async () => {
    assert.deepEqual(await find({ search: 'MALMO' }), ['Malmö']);
    assert.deepEqual(await find({ search: 'götaland' }), ['Västra Götaland']);
    assert.deepEqual(await find({ search: '%' }), []);
  });

  it('filters by country, kind and declaration together', async () => {
    assert.deepEqual(await find({ country: ['AT', 'NL'], declared: true }), [
      'Graz',
      'Middelburg',
      'Salzburg',
      'Utrecht',
      'Vienna',
    ]);
    assert.deepEqual(await find({ kind: ['REGION'], country: ['SE'] }), ['Region Skåne', 'Västra Götaland']);
    assert.equal((await find({ declared: true })).length, 10);
  });

  it('filters by what cities offer and ask for, as the floor above tells it', async () => {
    const exchanges = gemina.app.get(CityExchanges);
    const [brno, riga] = await Promise.all([
      aCity(gemina.app, { name: 'Brno B' }),
      aCity(gemina.app, { name: 'Riga R' }),
    ]);
    await exchanges.mentorsOn(brno.id, ['HOUSING', 'YOUTH']);
    await exchanges.learnsOn(riga.id, ['HOUSING']);

    assert.deepEqual(await find({ mentoring: true }), ['Brno B']);
    assert.deepEqual(await find({ theme: ['HOUSING'] }), ['Brno B', 'Riga R']);
    assert.deepEqual(await find({ theme: ['HOUSING'], mentoring: true }), ['Brno B']);
    assert.ok(!(await find({ mentoring: false })).includes('Brno B'));
    await exchanges.mentorsOn(brno.id, []);
    assert.deepEqual(await find({ mentoring: true }), []);
  });

  it('pages through every order without leaving out or repeating a city', async () => {
    for (const orderBy of ['NAME', 'POPULATION', 'DECLARED_YEAR']) {
      const all = await find({}, `, orderBy: ${orderBy}`);
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const { cities }: Data = await gemina.ask(
          `query ($after: Cursor) { cities(first: 7, after: $after, orderBy: ${orderBy}) {
            nodes { name } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        paged.push(...names(cities));
        after = cities.pageInfo.hasNextPage ? (cities.pageInfo.endCursor as string) : null;
      } while (after !== null);

      assert.deepEqual(paged, all, orderBy);
      assert.equal(new Set(paged).size, paged.length);
    }
  });

  it('orders by name as people do, by population from the largest, by year from the earliest, the unknown last', async () => {
    const byName = await find({ country: ['SE'] });
    const byPopulation = await find({ country: ['DE'] }, ', orderBy: POPULATION');
    const byYear = await find({ declared: true }, ', orderBy: DECLARED_YEAR');

    assert.deepEqual(byName.slice(-4), ['Piteå', 'Region Skåne', 'Uppsala', 'Västra Götaland']);
    assert.deepEqual(byPopulation, ['Berlin', 'Stuttgart', 'Nuremberg', 'Bonn', 'Steglitz-Zehlendorf']);
    assert.deepEqual(byYear.slice(0, 5), ['Rosario', 'Graz', 'Vienna', 'Lund', 'Barcelona']);
  });

  it('answers null for what is not there', async () => {
    const data = await gemina.ask(`{
      none: city { id } slug: city(slug: "atlantis") { id } odd: city(id: "no uuid") { id }
      node(id: "00000000-0000-4000-8000-000000000000") { id } }`);

    assert.deepEqual(data, { none: null, slug: null, odd: null, node: null });
  });

  it('finds a city by its id alone', async () => {
    const { city } = await gemina.ask('{ city(slug: "graz") { id } }');

    const { node } = await gemina.ask(
      'query ($id: ID!) { node(id: $id) { __typename ... on City { name claims { subject } } } }',
      { id: city.id as string },
    );

    assert.equal(node.__typename, 'City');
    assert.equal(node.name, 'Graz');
    assert.equal(node.claims.length, 8);
  });
});
