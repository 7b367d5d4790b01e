import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aCity, aMembership } from '#cities/testing';
import { Enrolment } from '#people';
import { member } from '#people/testing';
import { Database } from '#platform/database';
import { type Answer, type Data, type Gemina, startGemina } from '../harness/index.js';

const password = 'a mentor for every learner';
const setRoles = `mutation ($id: ID!, $roles: [PlatformRole!]!) { setRoles(personId: $id, roles: $roles) { id roles } }`;
const person = `query ($id: ID!) { person(id: $id) { id name email bio erasedAt } node(id: $id) { __typename id } }`;
const updateProfile = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { name bio locale timeZone email } }`;
const signIn = `mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { token } }`;
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

describe('who people are to each other', () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina({ GEMINA_ADMIN_EMAIL: 'Admin@Example.org', GEMINA_ADMIN_PASSWORD: 'rooted in rights' });
  });
  after(() => gemina.stop());

  it('has the administrator that the configuration names, once', async () => {
    const admin = { email: 'admin@example.org', password: 'another one later' };
    const [one, two] = await Promise.all([1, 2].map(() => gemina.app.get(Enrolment).ensureAdministrator(admin)));
    const { signIn: session } = await gemina.ask(signIn, { email: admin.email, password: 'rooted in rights' });

    assert.equal(one?.id, two?.id);
    assert.deepEqual(one?.roles, ['ADMIN']);
    assert.match(session.token, /^gs_/);
  });

  it('says of itself what its person writes, and takes back what may be empty', async () => {
    const { token } = await member(gemina.app, { name: 'Before' });
    const input = { name: '  Zoë   Ångström ', bio: '**Housing**', locale: 'de-AT', timeZone: 'Europe/Vienna' };
    const { updateProfile: changed } = await gemina.ask(updateProfile, { input }, token);
    const { updateProfile: emptied } = await gemina.ask(updateProfile, { input: { bio: null } }, token);
    const { people } = await gemina.ask(`{ people(search: "zoe angs") { nodes { name } } }`, {}, token);
    const faults = await Promise.all(
      [{ name: '' }, { bio: 'x'.repeat(10_001) }, { locale: 'no locale' }].map((fault) =>
        gemina.refusal(updateProfile, { input: fault }, token),
      ),
    );

    assert.equal(changed.name, 'Zoë Ångström');
    assert.equal(changed.bio, '**Housing**');
    assert.equal(changed.timeZone, 'Europe/Vienna');
    assert.equal(emptied.bio, null);
    assert.equal(emptied.locale, 'de-AT');
    assert.deepEqual(people.nodes, [{ name: 'Zoë Ångström' }]);
    assert.deepEqual(faults, ['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  it('shows its address to the person, administrators and the focal points of its bodies, and to nobody else', async () => {
    const shown = await member(gemina.app);
    const [stranger, colleague, focalPoint, admin] = await Promise.all([
      member(gemina.app),
      member(gemina.app),
      member(gemina.app),
      member(gemina.app, { roles: ['ADMIN'] }),
    ]);
    const city = await aCity(gemina.app, { name: 'Graz of Addresses' });
    const elsewhere = await aCity(gemina.app, { name: 'Elsewhere of Addresses' });
    await aMembership(gemina.app, { personId: shown.id, bodyId: city.id, role: 'PRACTITIONER' });
    await aMembership(gemina.app, { personId: colleague.id, bodyId: city.id, role: 'PRACTITIONER' });
    await aMembership(gemina.app, { personId: focalPoint.id, bodyId: city.id });
    await aMembership(gemina.app, { personId: stranger.id, bodyId: elsewhere.id });
    const seen = async (token?: string) => (await gemina.ask(person, { id: shown.id }, token))['person'].email;
    const tokens = [shown.token, admin.token, focalPoint.token, colleague.token, stranger.token, undefined];

    assert.deepEqual(await Promise.all(tokens.map(seen)), [shown.email, shown.email, shown.email, null, null, null]);
  });

  it('is found by name by people who take part, by address by administrators only, and never before it is verified', async () => {
    const one = await member(gemina.app, { name: 'Findable Person', email: 'hidden-address@example.org' });
    const admin = await member(gemina.app, { roles: ['ADMIN'] });
    const input = { name: 'Findable Provisional', email: 'provisional@example.org', password };
    const { signUp } = await gemina.ask(
      `mutation ($input: SignUpInput!) { signUp(input: $input) { token viewer { id } } }`,
      { input },
    );
    const find = async (search: string, token: string) =>
      (await gemina.ask(`query ($s: String) { people(search: $s) { nodes { name } } }`, { s: search }, token))['people']
        .nodes;
    const seesProvisional = async (token?: string) =>
      (await gemina.ask(person, { id: signUp.viewer.id }, token))['person'] !== null;

    assert.deepEqual(await find('findable', one.token), [{ name: 'Findable Person' }]);
    assert.deepEqual(await find('hidden-address', one.token), []);
    assert.deepEqual(await find('hidden-address', admin.token), [{ name: 'Findable Person' }]);
    assert.deepEqual(await find('%', one.token), []);
    assert.equal(await gemina.refusal('{ people { totalCount } }'), 'UNAUTHENTICATED');
    assert.equal(await gemina.refusal('{ people { totalCount } }', {}, signUp.token), 'FORBIDDEN');
    assert.deepEqual(await Promise.all([signUp.token, admin.token, one.token, undefined].map(seesProvisional)), [
      true,
      true,
      false,
      false,
    ]);
  });

  it('lists people in pages that hold together', async () => {
    const { token } = await member(gemina.app);
    for (let nr = 0; nr < 7; nr += 1) await member(gemina.app, { name: `Paged ${nr % 3}` });
    const names: string[] = [];
    let after_: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const query = `query ($after: Cursor) { people(first: 3, after: $after, search: "paged") {
        totalCount nodes { name } pageInfo { endCursor hasNextPage } } }`;
      const { people }: Data = await gemina.ask(query, { after: after_ }, token);
      assert.equal(people.totalCount, 7);
      names.push(...people.nodes.map(({ name }: { name: string }) => name));
      after_ = people.pageInfo.endCursor;
      if (!people.pageInfo.hasNextPage) break;
    }
    assert.deepEqual(
      names,
      ['0', '0', '0', '1', '1', '2', '2'].map((nr) => `Paged ${nr}`),
    );
  });

  it('gives roles by administrators only, and never leaves nobody to give them', async () => {
    const [chief, other] = await Promise.all([member(gemina.app, { roles: ['ADMIN'] }), member(gemina.app)]);
    const everyAdmin = `update person set roles = '{}' where 'ADMIN' = any (roles) and id <> $1`;
    await gemina.app.get(Database).query(everyAdmin, [chief.id]);
    const set = (id: string, roles: string[], token: string) => gemina.graphql(setRoles, { id, roles }, token);
    const byOther = await set(other.id, ['ADMIN'], other.token);
    const lastOne = await set(chief.id, ['ORGANISER'], chief.token);
    const given = await set(other.id, ['MODERATOR', 'ADMIN', 'ADMIN'], chief.token);
    const unknown = await set(crypto.randomUUID(), ['ADMIN'], chief.token);
    const crossing = await Promise.all([set(chief.id, [], chief.token), set(other.id, [], other.token)]);
    const admins = await gemina.app.get(Database).query(`select id from person where 'ADMIN' = any (roles)`);

    assert.equal(codeOf(byOther), 'FORBIDDEN');
    assert.equal(codeOf(lastOne), 'CONFLICT');
    assert.equal(codeOf(unknown), 'NOT_FOUND');
    assert.deepEqual(given.data?.['setRoles'].roles, ['ADMIN', 'MODERATOR']);
    assert.deepEqual(crossing.map(codeOf).sort(), ['CONFLICT', undefined].sort());
    assert.equal(admins.length, 1);
  });
});
