import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LoadFacts } from '#cities';
import { aCity, aMembership, aNetwork, anOrganisation } from '#cities/testing';
import { member, type Member } from '#people/testing';
import { Database } from '#platform/database';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const create = `mutation ($input: CreateNetworkInput!) { createNetwork(input: $input) {
  id slug name kind about convenor { __typename ... on City { name } ... on Organisation { name } }
  cities { totalCount nodes { name } } } }`;
const join = `mutation ($networkId: ID!, $cityId: ID!) { joinNetwork(networkId: $networkId, cityId: $cityId) { cities { totalCount nodes { name } } } }`;
const leave = join.replaceAll('joinNetwork', 'leaveNetwork');

describe('networks and organisations', () => {
  let gemina: Gemina;
  let organiser: Member;

  before(async () => {
    gemina = await startGemina({ GEMINA_ROLES: 'api' }); // statements are counted: no loop may add its own
    await gemina.app.get(LoadFacts).load();
    organiser = await member(gemina.app, { roles: ['ORGANISER'] });
  });
  after(() => gemina.stop());

  it('ship with their convenors, members and sources', async () => {
    const { network } = await gemina.ask(`{ network(slug: "swedish-platform-of-human-rights-cities") {
      name kind about convenor { ... on Organisation { slug } } cities { totalCount nodes { name } } } }`);

    assert.deepEqual(network.convenor, { slug: 'salar' });
    assert.equal(network.kind, 'NATIONAL_PLATFORM');
    assert.match(network.about as string, /\n\nSource: Expert meeting on human rights cities/);
    assert.deepEqual(network.cities, {
      totalCount: 7,
      nodes: ['Hudiksvall', 'Klippan', 'Linköping', 'Lund', 'Mölndal', 'Piteå', 'Uppsala'].map((name) => ({ name })),
    });
  });

  it('are listed by name, page by page', async () => {
    const { networks } = await gemina.ask(
      '{ networks(first: 3) { totalCount nodes { name } pageInfo { endCursor } } }',
    );
    const { networks: rest } = await gemina.ask(
      'query ($after: Cursor) { networks(after: $after) { nodes { name } pageInfo { hasNextPage } } }',
      { after: networks.pageInfo.endCursor as string },
    );

    const listed = [...(networks.nodes as Data[]), ...(rest.nodes as Data[])].map(({ name }) => name as string);
    assert.equal(networks.totalCount, 7);
    assert.equal(listed.length, 7);
    assert.equal(listed[0], '10, 100, 1000 cities and territories for human rights by 2030');
    assert.equal(rest.pageInfo.hasNextPage, false);
  });

  it('are founded with a convenor of either kind and the cities that start', async () => {
    const [city, organisation] = await Promise.all([aCity(gemina.app, { name: 'Ulm' }), anOrganisation(gemina.app)]);
    const input = { name: 'Danube Cities', kind: 'REGIONAL', about: 'Along the river', cityIds: [city.id, city.id] };

    const byCity = await gemina.ask(create, { input: { ...input, convenorId: city.id } }, organiser.token);
    const byOther = await gemina.ask(create, { input: { ...input, convenorId: organisation.id } }, organiser.token);

    assert.equal(byCity.createNetwork.slug, 'danube-cities');
    assert.equal(byOther.createNetwork.slug, 'danube-cities-2');
    assert.deepEqual(byCity.createNetwork.convenor, { __typename: 'City', name: 'Ulm' });
    assert.deepEqual(byOther.createNetwork.convenor, { __typename: 'Organisation', name: organisation.name });
    assert.deepEqual(byCity.createNetwork.cities, { totalCount: 1, nodes: [{ name: 'Ulm' }] });
  });

  it('are joined and left by the word of a city’s focal point, each as often as one likes', async () => {
    const [city, network, focalPoint] = await Promise.all([
      aCity(gemina.app, { name: 'Pécs' }),
      aNetwork(gemina.app),
      member(gemina.app),
    ]);
    await aMembership(gemina.app, { personId: focalPoint.id, bodyId: city.id });
    const variables = { networkId: network.id, cityId: city.id };

    const [one, two] = await Promise.all([1, 2].map(() => gemina.ask(join, variables, focalPoint.token)));
    assert.equal(one?.joinNetwork.cities.totalCount, 1);
    assert.equal(two?.joinNetwork.cities.totalCount, 1);
    const { city: read } = await gemina.ask('query ($id: ID) { city(id: $id) { networks { name } } }', { id: city.id });
    assert.deepEqual(read.networks, [{ name: network.name }]);
    for (const _ of [1, 2]) {
      const { leaveNetwork } = await gemina.ask(leave, variables, focalPoint.token);
      assert.deepEqual(leaveNetwork.cities, { totalCount: 0, nodes: [] });
    }
  });

  it('are not joined or left by anybody else', async () => {
    const [city, network, practitioner] = await Promise.all([
      aCity(gemina.app),
      aNetwork(gemina.app),
      member(gemina.app),
    ]);
    await aMembership(gemina.app, { personId: practitioner.id, bodyId: city.id, role: 'PRACTITIONER' });
    const variables = { networkId: network.id, cityId: city.id };

    for (const mutation of [join, leave]) {
      assert.equal(await gemina.refusal(mutation, variables), 'UNAUTHENTICATED');
      assert.equal(await gemina.refusal(mutation, variables, practitioner.token), 'FORBIDDEN');
      assert.equal(await gemina.refusal(mutation, variables, organiser.token), 'FORBIDDEN');
    }
  });

  it('refuse what does not exist, and keep nothing of a network that is refused', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const admin = await member(gemina.app, { roles: ['ADMIN'] });
    const { id } = await aNetwork(gemina.app);
    const input = { name: 'Half made', kind: 'THEMATIC' };

    const codes = await Promise.all([
      gemina.refusal(create, { input: { ...input, cityIds: [unknown] } }, organiser.token),
      gemina.refusal(create, { input: { ...input, convenorId: unknown } }, organiser.token),
      gemina.refusal(create, { input: { ...input, cityIds: ['x'] } }, organiser.token),
      gemina.refusal(join, { networkId: id, cityId: unknown }, admin.token),
      gemina.refusal(join, { networkId: 'x', cityId: unknown }, admin.token),
    ]);

    assert.deepEqual(codes, ['NOT_FOUND', 'NOT_FOUND', 'BAD_USER_INPUT', 'NOT_FOUND', 'NOT_FOUND']);
    assert.equal((await gemina.ask('{ network(slug: "half-made") { id } }')).network, null);
  });

  it('show the cities of every network on a page by one statement', async () => {
    const database = gemina.app.get(Database);
    const before = database.statements;

    await gemina.ask(
      '{ networks(first: 100) { nodes { convenor { __typename } cities(first: 5) { nodes { name } } } } }',
    );

    assert.ok(database.statements - before <= 4);
  });

  it('find organisations by name and kind', async () => {
    const find = async (args: string): Promise<string[]> => {
      const { organisations } = await gemina.ask(
        `{ organisations(first: 100, ${args}) { totalCount nodes { slug } } }`,
      );
      assert.equal(organisations.totalCount, organisations.nodes.length);
      return (organisations.nodes as Data[]).map(({ slug }) => slug as string);
    };

    assert.deepEqual(await find('search: "osterreichischer"'), ['austrian-association-of-cities-and-towns']);
    assert.deepEqual(await find('kind: [ACADEMIA]'), ['global-campus-of-human-rights', 'raoul-wallenberg-institute']);
    assert.deepEqual(await find('search: "cypriot", kind: [AGENCY]'), []);
  });

  it('take in an organisation', async () => {
    const { createOrganisation } = await gemina.ask(
      `mutation { createOrganisation(input: { name: "Ombudsman of Graz", kind: NATIONAL_HUMAN_RIGHTS_INSTITUTION,
        country: "AT", website: "https://example.org", about: "Listens" }) { slug name kind country website about } }`,
      {},
      organiser.token,
    );

    assert.deepEqual(createOrganisation, {
      slug: 'ombudsman-of-graz',
      name: 'Ombudsman of Graz',
      kind: 'NATIONAL_HUMAN_RIGHTS_INSTITUTION',
      country: 'AT',
      website: 'https://example.org',
      about: 'Listens',
    });
  });
});
