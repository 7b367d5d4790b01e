import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { aCity, aMembership } from '#cities/testing';
import { Enrolment, Erasers, PersonalRecords } from '#people';
import { member, sessionOf } from '#people/testing';
import { Door } from '#platform/access';
import { Database } from '#platform/database';
import { type Answer, type Gemina, startGemina } from '../harness/index.js';

const viewer = `{ viewer { id name email } }`;
const password = 'a mentor for every learner';
const createToken = `mutation ($name: String!, $expiresAt: DateTime) {
  createAccessToken(input: { name: $name, expiresAt: $expiresAt }) { id name secret createdAt expiresAt lastUsedAt } }`;
const listTokens = `{ accessTokens { id name secret lastUsedAt } }`;
const setRoles = `mutation ($id: ID!, $roles: [PlatformRole!]!) { setRoles(personId: $id, roles: $roles) { id roles } }`;
const erase = `mutation ($password: String) { eraseMyAccount(password: $password) }`;
const person = `query ($id: ID!) { person(id: $id) { id name email bio erasedAt } node(id: $id) { __typename id } }`;
const updateProfile = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { name bio locale timeZone email } }`;
const changePassword = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`;
const signIn = `mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { token } }`;

describe("a person's account", () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina({ GEMINA_ADMIN_EMAIL: 'Admin@Example.org', GEMINA_ADMIN_PASSWORD: 'rooted in rights' });
  });
  after(() => gemina.stop());
  const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

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
      const { people }: Record<string, any> = await gemina.ask(query, { after: after_ }, token); // eslint-disable-line
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
    const crossing = await Promise.all([set(chief.id, [], chief.token), set(other.id, [], other.token)]);
    const admins = await gemina.app.get(Database).query(`select id from person where 'ADMIN' = any (roles)`);

    assert.equal(codeOf(byOther), 'FORBIDDEN');
    assert.equal(codeOf(lastOne), 'CONFLICT');
    assert.deepEqual(given.data?.['setRoles'].roles, ['ADMIN', 'MODERATOR']);
    assert.deepEqual(crossing.map(codeOf).sort(), ['CONFLICT', undefined].sort());
    assert.equal(admins.length, 1);
  });

  it('lets programs act by an access token, which shows once and ends when it is revoked or expires', async () => {
    const owner = await member(gemina.app);
    const other = await member(gemina.app);
    const soon = new Date(gemina.clock.now().getTime() + 60_000).toISOString();
    const { createAccessToken: made } = await gemina.ask(createToken, { name: 'Export script' }, owner.token);
    const { createAccessToken: brief } = await gemina.ask(createToken, { name: 'Brief', expiresAt: soon }, owner.token);
    const asProgram = await gemina.ask(viewer, {}, made.secret);
    const begets = await gemina.refusal(createToken, { name: 'Child' }, made.secret);
    const past = await gemina.refusal(createToken, { name: 'Past', expiresAt: '2020-01-01T00:00:00Z' }, owner.token);
    const { accessTokens } = await gemina.ask(listTokens, {}, owner.token);
    const foreign = await gemina.refusal(
      `mutation ($id: ID!) { revokeAccessToken(id: $id) }`,
      { id: made.id },
      other.token,
    );
    const foreignNode = await gemina.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: made.id }, other.token);
    await gemina.ask(`mutation ($id: ID!) { revokeAccessToken(id: $id) }`, { id: made.id }, owner.token);
    gemina.clock.advance(61);

    assert.match(made.secret, /^gp_[\w-]{43}$/);
    assert.equal(asProgram['viewer'].id, owner.id);
    assert.equal(begets, 'FORBIDDEN');
    assert.equal(past, 'BAD_USER_INPUT');
    assert.deepEqual(
      accessTokens.map(({ name, secret }: { name: string; secret: null }) => [name, secret]),
      [
        ['Brief', null],
        ['Export script', null],
      ],
    );
    assert.equal(foreign, 'NOT_FOUND');
    assert.equal(foreignNode['node'], null);
    assert.equal(await gemina.refusal(viewer, {}, made.secret), 'UNAUTHENTICATED');
    assert.equal(await gemina.refusal(viewer, {}, brief.secret), 'UNAUTHENTICATED');
  });

  it('is signed out everywhere at once, over HTTP and on sockets that are open', async () => {
    const owner = await member(gemina.app);
    const bystander = await member(gemina.app);
    const second = await sessionOf(gemina.app, owner.person);
    const { createAccessToken: made } = await gemina.ask(createToken, { name: 'Script' }, owner.token);
    const sockets = [second, made.secret, bystander.token].map((token: string) => kept(gemina, token));
    const over = async (client: (typeof sockets)[number]) => {
      for await (const result of client.iterate({ query: viewer })) return result as Answer;
      throw new Error('The socket gave no answer.');
    };
    const first = await Promise.all(sockets.map(over));
    const door = gemina.app.get(Door);
    const credentials = await Promise.all(
      [second, bystander.token].map(
        async (token) => (await door.enter({ authorization: `Bearer ${token}` })).credentialId,
      ),
    );
    await gemina.ask('mutation { signOutEverywhere }', {}, owner.token);
    const then = await Promise.allSettled(sockets.map(over));
    const http = await Promise.all(
      [owner.token, second, made.secret].map((token) => gemina.refusal(viewer, {}, token)),
    );
    const holding = await door.stillHold(credentials.filter((id) => id !== null));

    assert.deepEqual(
      first.map(({ data }) => data?.['viewer'].id),
      [owner.id, owner.id, bystander.id],
    );
    assert.deepEqual(
      then.map(({ status }) => status),
      ['rejected', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(
      then.slice(0, 2).map((outcome) => (outcome as { reason: Answer['errors'] }).reason?.[0]?.extensions.code),
      ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
    );
    assert.deepEqual(http, ['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED']);
    assert.deepEqual([...holding], [credentials[1]]);
    await Promise.all(sockets.map((socket) => socket.dispose()));
  });

  it('stays signed in while it is used, and is signed out after thirty days without', async () => {
    const { token, id } = await member(gemina.app);
    const days = async (count: number) => {
      gemina.clock.advance(count * 24 * 3600);
      const answer = await gemina.graphql(viewer, {}, token);
      await new Promise((resolve) => setTimeout(resolve, 50)); // the use is written down after the answer
      return answer.data?.['viewer']?.id;
    };
    assert.deepEqual([await days(20), await days(20), await days(20)], [id, id, id]);
    assert.equal(await days(31), undefined);
    assert.equal(await gemina.refusal(viewer, {}, token), 'UNAUTHENTICATED');
  });

  it('takes another password with the old one or soon after signing in, and puts everybody else out', async () => {
    const owner = await member(gemina.app, { password });
    const second = await sessionOf(gemina.app, owner.person);
    const change = (input: object) => gemina.graphql(changePassword, { input }, owner.token);
    const newPassword = 'exchange visits in spring';
    const wrong = await change({ newPassword, currentPassword: 'not my password at all' });
    const poor = await change({ newPassword: 'short', currentPassword: password });
    const fresh = await change({ newPassword });
    const secondThen = await gemina.refusal(viewer, {}, second);
    gemina.clock.advance(16 * 60);
    const stale = await change({ newPassword: `${newPassword} again` });
    const old = await gemina.refusal(signIn, { email: owner.email, password });

    assert.deepEqual([codeOf(wrong), wrong.errors?.[0]?.extensions.field], ['BAD_USER_INPUT', 'currentPassword']);
    assert.deepEqual([codeOf(poor), poor.errors?.[0]?.extensions.field], ['BAD_USER_INPUT', 'newPassword']);
    assert.equal(fresh.data?.['changePassword'].id, owner.id);
    assert.equal(secondThen, 'UNAUTHENTICATED');
    assert.equal(codeOf(stale), 'FORBIDDEN');
    assert.equal(old, 'UNAUTHENTICATED');
    assert.match((await gemina.ask(signIn, { email: owner.email, password: newPassword }))['signIn'].token, /^gs_/);
  });

  it('gives its person everything that is kept about them, for a day and to nobody else', async () => {
    const owner = await member(gemina.app, { name: 'Exported Person' });
    const other = await member(gemina.app);
    await gemina.ask(createToken, { name: 'In the export' }, owner.token);
    gemina.app.get(PersonalRecords).add('test-lib', (personId) => Promise.resolve({ seen: personId }));
    const { exportMyData } = await gemina.ask('mutation { exportMyData }', {}, owner.token);
    const path = new URL(exportMyData).pathname;
    const fetchAs = (token?: string) =>
      fetch(`${gemina.url}${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
    const response = await fetchAs(owner.token);
    const file = (await response.json()) as Record<string, any>; // eslint-disable-line
    const others = [(await fetchAs(other.token)).status, (await fetchAs()).status];
    gemina.clock.advance(24 * 3600 + 1);
    const later = (await fetchAs(owner.token)).status;

    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.match(
      response.headers.get('content-disposition') ?? '',
      /^attachment; filename="gemina-\d{4}-\d\d-\d\d\.json"$/,
    );
    assert.equal(file['people'].profile.email, owner.email);
    assert.equal(file['people'].accessTokens[0].name, 'In the export');
    assert.equal(file['people'].sessions.length, 1);
    assert.deepEqual(file['test-lib'], { seen: owner.id });
    assert.ok(!JSON.stringify(file).includes('hash'));
    assert.deepEqual(others, [404, 401]);
    assert.equal(later, 404);
  });

  it('is erased at its person’s word: a name without a person stays, nothing else', async () => {
    const owner = await member(gemina.app, { name: 'Leaving Person', password });
    const reader = await member(gemina.app, { roles: ['ADMIN'] });
    await gemina.ask(updateProfile, { input: { bio: 'Something personal' } }, owner.token);
    const { exportMyData } = await gemina.ask('mutation { exportMyData }', {}, owner.token);
    const erased: string[] = [];
    gemina.app.get(Erasers).add('test-lib', async (tx, personId) => {
      const row = await tx.one<{ name: string }>('select name from person where id = $1', [personId]);
      erased.push(row?.name ?? '');
    });
    gemina.clock.advance(16 * 60);
    const unproven = await gemina.graphql(erase, {}, owner.token);
    const wrong = await gemina.graphql(erase, { password: 'not my password at all' }, owner.token);
    const done = await gemina.ask(erase, { password }, owner.token);
    const tombstone = await gemina.ask(person, { id: owner.id }, reader.token);
    const dump = await gemina.app
      .get(Database)
      .query<{ line: string }>('select row_to_json(p)::text as line from person p where id = $1', [owner.id]);
    const left = await gemina.app.get(Database).query(
      `select person_id from session where person_id = $1 union all select person_id from password where person_id = $1
       union all select person_id from access_token where person_id = $1 union all select person_id from link_token where person_id = $1`,
      [owner.id],
    );

    assert.equal(codeOf(unproven), 'FORBIDDEN');
    assert.deepEqual([codeOf(wrong), wrong.errors?.[0]?.extensions.field], ['BAD_USER_INPUT', 'password']);
    assert.equal(done['eraseMyAccount'], true);
    assert.deepEqual(erased, ['Leaving Person']);
    assert.equal(tombstone['person'].name, 'Former member');
    assert.deepEqual([tombstone['person'].email, tombstone['person'].bio], [null, null]);
    assert.ok(tombstone['person'].erasedAt);
    assert.equal(tombstone['node'].__typename, 'Person');
    assert.ok(!/Leaving|personal|@/.test(dump[0]?.line ?? '@'));
    assert.equal(left.length, 0);
    assert.equal(await gemina.refusal(viewer, {}, owner.token), 'UNAUTHENTICATED');
    assert.equal(await gemina.refusal(signIn, { email: owner.email, password }), 'UNAUTHENTICATED');
    const gone = await fetch(`${gemina.url}${new URL(exportMyData).pathname}`, {
      headers: { authorization: `Bearer ${reader.token}` },
    });
    assert.equal(gone.status, 404);
    const again = await member(gemina.app, { name: 'New Person', email: owner.email });
    assert.notEqual(again.id, owner.id);
  });
});

/** A connection that stays open between its operations, as a web page's does. */
function kept(gemina: Gemina, token: string): Client {
  return createClient({
    url: gemina.url.replace('http', 'ws') + '/graphql',
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 2_000,
    connectionParams: { authorization: `Bearer ${token}` },
  });
}
