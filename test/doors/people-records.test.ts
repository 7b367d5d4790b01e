import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Erasers, PersonalRecords } from '#people';
import { member } from '#people/testing';
import { Database, UnitOfWork } from '#platform/database';
import { type Answer, type Data, type Gemina, startGemina } from '../harness/index.js';

const viewer = `{ viewer { id name email } }`;
const password = 'a mentor for every learner';
const createToken = `mutation ($name: String!, $expiresAt: DateTime) {
  createAccessToken(input: { name: $name, expiresAt: $expiresAt }) { id name secret createdAt expiresAt lastUsedAt } }`;
const erase = `mutation ($password: String) { eraseMyAccount(password: $password) }`;
const person = `query ($id: ID!) { person(id: $id) { id name email bio erasedAt } node(id: $id) { __typename id } }`;
const updateProfile = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { name bio locale timeZone email } }`;
const signIn = `mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { token } }`;
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

describe('what is kept about people', () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

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
    const file = (await response.json()) as Data;
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

  it('stays while its person is the last administrator', async () => {
    await gemina.app.get(Database).query(`update person set roles = '{}' where 'ADMIN' = any (roles)`);
    const chief = await member(gemina.app, { roles: ['ADMIN'] });

    assert.equal(await gemina.refusal(erase, {}, chief.token), 'CONFLICT');
    assert.equal((await gemina.ask(viewer, {}, chief.token))['viewer'].id, chief.id);
  });

  it('has its time: sign-ups that nobody verified, links, ended sessions and exports are swept away, nothing else', async () => {
    const keeps = await member(gemina.app, { name: 'Who Stays' });
    const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { viewer { id } } }`;
    const input = { name: 'Who Lapses', email: 'lapses@example.org', password };
    const lapsed = (await gemina.ask(signUp, { input }))['signUp'].viewer.id;
    await gemina.ask('mutation { exportMyData }', {}, keeps.token);
    const left = async () =>
      gemina.app.get(Database).one<Record<string, number>>(
        `select (select count(*) from person where id = $1)::int as lapsed, (select count(*) from person where id = $2)::int as kept,
           (select count(*) from session where person_id = $2)::int as sessions,
           (select count(*) from personal_export where person_id = $2)::int as exports`,
        [lapsed, keeps.id],
      );
    const sweep = async () => {
      for (const job of ['people.sweep', 'people.remove-exports']) {
        await gemina.app.get(UnitOfWork).run((tx) => tx.addJob(job, {}));
      }
      const waiting = `select count(*)::int as count from graphile_worker.jobs where task_identifier like 'people.%'`;
      for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
        if ((await gemina.app.get(Database).one<{ count: number }>(waiting))?.count === 0) return;
      }
      throw new Error('The sweep did not run.');
    };
    await sweep();
    const soon = await left();
    gemina.clock.advance(8 * 24 * 3600);
    await sweep();
    const afterAWeek = await left();
    gemina.clock.advance(60 * 24 * 3600);
    await sweep();

    assert.deepEqual(soon, { lapsed: 1, kept: 1, sessions: 1, exports: 1 });
    assert.deepEqual(afterAWeek, { lapsed: 0, kept: 1, sessions: 1, exports: 0 });
    assert.deepEqual(await left(), { lapsed: 0, kept: 1, sessions: 0, exports: 0 });
  });
});
