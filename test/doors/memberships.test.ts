import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type GraphQLSchema, parse } from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { aCity, aMembership, anOrganisation } from '#cities/testing';
import { member, type Member } from '#people/testing';
import { Standings } from '#platform/access';
import { Database, UnitOfWork } from '#platform/database';
import { viewerDependent } from '#platform/graphql';

import { Erasers } from '#people';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const fields = `id role status title since person { name } viewerCanConfirm viewerCanEnd
  body { __typename ... on City { slug } ... on Organisation { slug } }`;
const ask = `mutation ($input: RequestMembershipInput!) { requestMembership(input: $input) { ${fields} } }`;
const confirm = `mutation ($id: ID!) { confirmMembership(id: $id) { ${fields} } }`;
const end = `mutation ($id: ID!) { endMembership(id: $id) { ${fields} } }`;

describe('memberships', () => {
  let gemina: Gemina;
  let admin: Member;

  before(async () => {
    gemina = await startGemina();
    admin = await member(gemina.app, { roles: ['ADMIN'] });
  });
  after(() => gemina.stop());

  /** A city with its focal point. */
  const aCityWithFocalPoint = async (name = 'Graz') => {
    const [city, focalPoint] = await Promise.all([aCity(gemina.app, { name }), member(gemina.app)]);
    await aMembership(gemina.app, { personId: focalPoint.id, bodyId: city.id });
    return { city, focalPoint };
  };
  const asked = async (person: Member, bodyId: string, role = 'PRACTITIONER'): Promise<Data> => {
    const data = await gemina.ask(ask, { input: { bodyId, role } }, person.token);
    return data.requestMembership as Data;
  };

  it('are asked for by a person and confirmed by a focal point of the city', async () => {
    const { city, focalPoint } = await aCityWithFocalPoint();
    const newcomer = await member(gemina.app, { name: 'New Comer' });
    gemina.clock.set('2026-03-01T10:00:00Z');
    const request = await gemina.ask(
      ask,
      { input: { bodyId: city.id, role: 'PRACTITIONER', title: 'Human Rights Office' } },
      newcomer.token,
    );
    gemina.clock.set('2026-03-02T09:00:00Z');

    const { confirmMembership } = await gemina.ask(
      confirm,
      { id: request.requestMembership.id as string },
      focalPoint.token,
    );

    assert.deepEqual(request.requestMembership, {
      id: request.requestMembership.id as string,
      role: 'PRACTITIONER',
      status: 'REQUESTED',
      title: 'Human Rights Office',
      since: '2026-03-01T10:00:00.000Z',
      person: { name: 'New Comer' },
      body: { __typename: 'City', slug: city.slug },
      viewerCanConfirm: false,
      viewerCanEnd: true,
    });
    assert.equal(confirmMembership.status, 'CONFIRMED');
    assert.equal(confirmMembership.since, '2026-03-02T09:00:00.000Z');
    const standings = await gemina.app.get(Standings).standingsOf([newcomer.id]);
    assert.deepEqual(standings.get(newcomer.id), [{ bodyId: city.id, role: 'PRACTITIONER' }]);
  });

  it('of an organisation work alike', async () => {
    const organisation = await anOrganisation(gemina.app, { name: 'FRA' });
    const person = await member(gemina.app);
    const request = await asked(person, organisation.id, 'EXPERT');

    const { confirmMembership } = await gemina.ask(confirm, { id: request.id as string }, admin.token);

    assert.deepEqual(confirmMembership.body, { __typename: 'Organisation', slug: organisation.slug });
    const { organisation: read } = await gemina.ask(
      `query ($id: ID) { organisation(id: $id) { members { totalCount nodes { person { name } role } } } }`,
      { id: organisation.id },
    );
    assert.deepEqual(read.members, {
      totalCount: 1,
      nodes: [{ person: { name: person.person.name }, role: 'EXPERT' }],
    });
  });

  it('make the rights of whoever holds them, at once and no longer than they last', async () => {
    const { city } = await aCityWithFocalPoint();
    const second = await member(gemina.app);
    const change = 'mutation ($id: ID!) { updateCity(input: { id: $id, about: "Ours" }) { about } }';
    const request = await asked(second, city.id, 'FOCAL_POINT');

    assert.equal(await gemina.refusal(change, { id: city.id }, second.token), 'FORBIDDEN');
    await gemina.ask(confirm, { id: request.id as string }, admin.token);
    await gemina.ask(change, { id: city.id }, second.token);
    await gemina.ask(end, { id: request.id as string }, second.token);
    assert.equal(await gemina.refusal(change, { id: city.id }, second.token), 'FORBIDDEN');
  });

  it('wait in the list of those who may confirm them, the oldest first, and in nobody else’s', async () => {
    const [one, other] = await Promise.all([aCityWithFocalPoint('Lund'), aCityWithFocalPoint('York')]);
    const [first, second, stranger] = await Promise.all([member(gemina.app), member(gemina.app), member(gemina.app)]);
    gemina.clock.set('2026-01-01T08:00:00Z');
    await asked(first, one.city.id);
    gemina.clock.set('2026-01-01T09:00:00Z');
    await asked(second, one.city.id);
    await asked(second, other.city.id);

    const waiting = async ({ token }: Member): Promise<Data> => {
      const query =
        '{ membershipRequests(first: 50) { totalCount nodes { person { id } body { ... on City { slug } } } } }';
      return (await gemina.ask(query, {}, token)).membershipRequests as Data;
    };
    const forOne = await waiting(one.focalPoint);
    assert.deepEqual(
      (forOne.nodes as Data[]).map(({ person }) => person.id as string),
      [first.id, second.id],
    );
    assert.equal((await waiting(other.focalPoint)).totalCount, 1);
    assert.equal((await waiting(stranger)).totalCount, 0);
    assert.equal((await waiting(admin)).totalCount, 3);
    assert.equal(await gemina.refusal('{ membershipRequests { totalCount } }'), 'UNAUTHENTICATED');
  });

  it('that are only asked for are seen by the person and by those who decide', async () => {
    const { city, focalPoint } = await aCityWithFocalPoint();
    const [person, stranger] = await Promise.all([member(gemina.app), member(gemina.app)]);
    await asked(person, city.id);
    const seenBy = async (token?: string): Promise<number> => {
      const query = 'query ($id: ID!) { person(id: $id) { memberships { status } } }';
      return ((await gemina.ask(query, { id: person.id }, token)).person.memberships as Data[]).length;
    };

    assert.deepEqual(
      await Promise.all([person, focalPoint, admin, stranger].map(({ token }) => seenBy(token))),
      [1, 1, 1, 0],
    );
    const { city: read } = await gemina.ask(
      'query ($id: ID) { city(id: $id) { members { totalCount nodes { role } } focalPoints { name } } }',
      { id: city.id },
    );
    assert.deepEqual(read.members, { totalCount: 1, nodes: [{ role: 'FOCAL_POINT' }] });
    assert.deepEqual(read.focalPoints, [{ name: focalPoint.person.name }]);
  });

  it('let a city’s focal points see their people’s addresses', async () => {
    const { city, focalPoint } = await aCityWithFocalPoint();
    const [colleague, stranger] = await Promise.all([member(gemina.app), member(gemina.app)]);
    await aMembership(gemina.app, { personId: colleague.id, bodyId: city.id, role: 'PRACTITIONER' });
    const emailFor = async ({ token }: Member): Promise<unknown> =>
      (await gemina.ask('query ($id: ID!) { person(id: $id) { email } }', { id: colleague.id }, token)).person.email;

    assert.equal(await emailFor(focalPoint), colleague.email);
    assert.equal(await emailFor(stranger), null);
  });

  it('are confirmed by nobody but focal points of the body and administrators', async () => {
    const [{ city }, neighbour] = await Promise.all([aCityWithFocalPoint('Utrecht'), aCityWithFocalPoint('Brno')]);
    const [person, colleague, organiser] = await Promise.all([
      member(gemina.app),
      member(gemina.app),
      member(gemina.app, { roles: ['ORGANISER', 'MODERATOR'] }),
    ]);
    await aMembership(gemina.app, { personId: colleague.id, bodyId: city.id, role: 'PRACTITIONER' });
    const { id } = await asked(person, city.id);

    for (const { token } of [person, colleague, organiser, neighbour.focalPoint]) {
      assert.equal(await gemina.refusal(confirm, { id: id as string }, token), 'FORBIDDEN');
    }
    for (const { token } of [colleague, organiser, neighbour.focalPoint]) {
      assert.equal(await gemina.refusal(end, { id: id as string }, token), 'FORBIDDEN');
    }
    assert.equal(await gemina.refusal(confirm, { id: id as string }), 'UNAUTHENTICATED');
  });

  it('go one way: asked for, confirmed, ended, each once', async () => {
    const { city, focalPoint } = await aCityWithFocalPoint();
    const person = await member(gemina.app);
    const { id } = await asked(person, city.id);
    const variables = { id: id as string };

    await gemina.ask(confirm, variables, focalPoint.token);
    assert.equal(await gemina.refusal(confirm, variables, focalPoint.token), 'INVALID_TRANSITION');
    const { endMembership } = await gemina.ask(end, variables, person.token);
    assert.equal(endMembership.status, 'ENDED');
    assert.equal(await gemina.refusal(end, variables, focalPoint.token), 'INVALID_TRANSITION');
    assert.equal(await gemina.refusal(confirm, variables, focalPoint.token), 'INVALID_TRANSITION');
    assert.equal((await asked(person, city.id)).status, 'REQUESTED');
  });

  it('are asked for once, however often the button is pressed', async () => {
    const city = await aCity(gemina.app);
    const person = await member(gemina.app);
    const input = { bodyId: city.id, role: 'EXPERT' };

    const answers = await Promise.all(Array.from({ length: 5 }, () => gemina.graphql(ask, { input }, person.token)));

    const codes = answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? []);
    assert.deepEqual(codes, ['CONFLICT', 'CONFLICT', 'CONFLICT', 'CONFLICT']);
  });

  it('are counted right, however many are confirmed and ended at once', async () => {
    const city = await aCity(gemina.app);
    const people = await Promise.all(Array.from({ length: 6 }, () => member(gemina.app)));
    const requests = await Promise.all(people.map((person) => asked(person, city.id)));

    await Promise.all(requests.map(({ id }) => gemina.ask(confirm, { id: id as string }, admin.token)));
    const twice = await Promise.all(
      [0, 0, 1].map((nr) => gemina.graphql(end, { id: requests[nr]?.id as string }, admin.token)),
    );

    const { city: read } = await gemina.ask(
      'query ($id: ID) { city(id: $id) { memberCount members(first: 3) { nodes { id } pageInfo { endCursor } } } }',
      { id: city.id },
    );
    assert.equal(twice.filter(({ errors }) => errors !== undefined).length, 1);
    assert.equal(read.memberCount, 4);
    const { city: rest } = await gemina.ask(
      'query ($id: ID, $after: Cursor) { city(id: $id) { members(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage } } } }',
      { id: city.id, after: read.members.pageInfo.endCursor as string },
    );
    assert.equal(rest.members.nodes.length, 1);
    assert.equal(rest.members.pageInfo.hasNextPage, false);
  });

  it('are refused to people who have not verified their address, and to what does not exist', async () => {
    const city = await aCity(gemina.app);
    const { signUp } = await gemina.ask(
      'mutation { signUp(input: { name: "New", email: "new@example.org", password: "correct horse battery" }) { token } }',
    );
    const person = await member(gemina.app);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const input = { bodyId: city.id, role: 'PRACTITIONER' };

    assert.equal(await gemina.refusal(ask, { input }), 'UNAUTHENTICATED');
    assert.equal(await gemina.refusal(ask, { input }, signUp.token as string), 'FORBIDDEN');
    assert.equal(await gemina.refusal(ask, { input: { ...input, bodyId: unknown } }, person.token), 'NOT_FOUND');
    assert.equal(await gemina.refusal(ask, { input: { ...input, bodyId: 'x' } }, person.token), 'NOT_FOUND');
    assert.equal(await gemina.refusal(confirm, { id: unknown }, admin.token), 'NOT_FOUND');
    assert.equal(await gemina.refusal(end, { id: 'x' }, admin.token), 'NOT_FOUND');
    const long = { ...input, title: 'x'.repeat(201) };
    assert.equal(await gemina.refusal(ask, { input: long }, person.token), 'BAD_USER_INPUT');
  });

  it('end with the account, and leave no title behind', async () => {
    const { city, focalPoint } = await aCityWithFocalPoint();
    const erasers = gemina.app.get(Erasers);

    await gemina.app.get(UnitOfWork).run((tx) => erasers.erase(tx, focalPoint.id));

    const left = await gemina.app
      .get(Database)
      .query('select status, title from membership where person_id = $1', [focalPoint.id]);
    const { city: read } = await gemina.ask('query ($id: ID) { city(id: $id) { memberCount focalPoints { id } } }', {
      id: city.id,
    });
    assert.deepEqual(left, [{ status: 'ENDED', title: null }]);
    assert.deepEqual(read, { memberCount: 0, focalPoints: [] });
  });

  it('are told to differ between viewers where they do', () => {
    const schema: GraphQLSchema = gemina.app.get(GraphQLSchemaHost, { strict: false }).schema;
    const differs = (selection: string): boolean =>
      viewerDependent(schema, parse(`{ person(id: "1") { ${selection} } }`));

    assert.equal(differs('name'), false);
    assert.equal(differs('memberships { role }'), true);
    assert.equal(viewerDependent(schema, parse('{ city(slug: "graz") { viewerCanEdit } }')), true);
    assert.equal(viewerDependent(schema, parse('{ city(slug: "graz") { name } }')), false);
  });
});
