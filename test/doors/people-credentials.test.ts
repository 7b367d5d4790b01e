import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { aGroup, aReply, aThread } from '#discussions/testing';
import { member, sessionOf } from '#people/testing';
import { Door } from '#platform/access';
import { Database } from '#platform/database';
import { type Answer, type Gemina, startGemina } from '../harness/index.js';

const viewer = `{ viewer { id name email } }`;
const password = 'a mentor for every learner';
const createToken = `mutation ($name: String!, $expiresAt: DateTime) {
  createAccessToken(input: { name: $name, expiresAt: $expiresAt }) { id name secret createdAt expiresAt lastUsedAt } }`;
const listTokens = `{ accessTokens { id name secret lastUsedAt } }`;
const changePassword = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`;
const signIn = `mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { token } }`;
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

describe('what people come in with', () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

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
    for (const socket of sockets) await socket.dispose();
  });

  it('follows nothing live any more once it is signed out everywhere', async () => {
    const [owner, bystander] = await Promise.all([member(gemina.app), member(gemina.app)]);
    const group = await aGroup(gemina.app, { name: 'Watched by two' });
    const { thread } = await aThread(gemina.app, bystander.id, { groupId: group.id });
    const follow = (token: string) =>
      gemina.subscribe(
        'subscription ($id: ID!) { threadActivity(threadId: $id) { __typename } }',
        { id: thread.id },
        token,
      );
    const [owners, bystanders] = await Promise.all([follow(owner.token), follow(bystander.token)]);
    await aReply(gemina.app, bystander.id, thread.id);
    const before = await Promise.all([owners.next(), bystanders.next()]);
    await gemina.ask('mutation { signOutEverywhere }', {}, owner.token);
    await aReply(gemina.app, bystander.id, thread.id);
    const after_ = await Promise.all([owners.next(), bystanders.next()]);

    assert.deepEqual(before.map(codeOf), [undefined, undefined]);
    assert.deepEqual(
      after_.map(({ errors }) => errors?.[0]?.message),
      ['Signed out', undefined],
    );
  });

  it('stays signed in while it is used, and is signed out after thirty days without', async () => {
    const { token, id } = await member(gemina.app);
    const noticed = async (since: Date) => {
      const seen = 'select max(last_seen_at) > $2 as noticed from session where person_id = $1';
      const isNoticed = async () =>
        (await gemina.app.get(Database).one<{ noticed: boolean }>(seen, [id, since]))?.noticed;
      for (const end = Date.now() + 5_000; Date.now() < end && !(await isNoticed()););
    };
    const days = async (count: number) => {
      const before = gemina.clock.now();
      gemina.clock.advance(count * 24 * 3600);
      const answer = await gemina.graphql(viewer, {}, token);
      if (answer.data) await noticed(before); // the use is written down after the answer
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
