import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { member } from '#people/testing';
import { freePort, type Gemina, startGemina } from '../harness/index.js';

const activity = `subscription($threadId: ID!, $after: Cursor) { threadActivity(threadId: $threadId, after: $after) {
  cursor ... on PostAdded { post { number body } } } }`;
const reply = 'mutation($input: ReplyInput!) { reply(input: $input) { id } }';

const hasNats = spawnSync('nats-server', ['--version']).status === 0;

/** What one process commits reaches the readers of another, over whichever bus carries the word. */
function carries(name: string, environment: () => Promise<Record<string, string>>, skip = false): void {
  describe(
    `live updates between two servers over ${name}`,
    { skip: skip && 'nats-server is not installed here' },
    () => {
      let one: Gemina;
      let two: Gemina;
      let author: Awaited<ReturnType<typeof member>>;
      let threadId: string;

      before(async () => {
        const env = await environment();
        one = await startGemina(env);
        two = await startGemina({ ...env, GEMINA_SECRET: one.config.secret }, { beside: one });
        author = await member(one.app, { roles: ['ORGANISER'] });
        const { createGroup } = await one.ask(
          'mutation { createGroup(input: { name: "Live", visibility: PUBLIC, kind: COMMUNITY }) { id } }',
          {},
          author.token,
        );
        const { startThread } = await one.ask(
          'mutation($input: StartThreadInput!) { startThread(input: $input) { id } }',
          { input: { groupId: createGroup.id, title: 'Two servers', body: '1' } },
          author.token,
        );
        threadId = startThread.id as string;
      });
      after(async () => {
        await two.stop();
        await one.stop();
      });

      it('reach readers at either server in the order of commit, without gap or double', async () => {
        const readers = await Promise.all(
          [one, two, two].map((gemina) => gemina.subscribe(activity, { threadId, after: '0' })),
        );

        const writers = Array.from({ length: 30 }, (_, nr) =>
          (nr % 2 ? one : two).ask(
            reply,
            { input: { threadId, body: `reply ${nr}`, idempotencyKey: `k${nr}` } },
            author.token,
          ),
        );
        await Promise.all(writers);

        for (const reader of readers) {
          const cursors: number[] = [];
          const numbers: number[] = [];
          while (numbers.at(-1) !== 31) {
            const event = (await reader.next()).data?.['threadActivity'];
            cursors.push(Number(event.cursor));
            if (event.post) numbers.push(event.post.number as number);
          }
          assert.deepEqual(
            numbers.slice(-30),
            Array.from({ length: 30 }, (_, nr) => nr + 2),
          );
          assert.deepEqual(
            cursors,
            cursors.map((_, nr) => nr + 1),
          );
        }
      });

      it('go on from a cursor where a socket was lost', async () => {
        const first = await two.subscribe(activity, { threadId });
        await one.ask(reply, { input: { threadId, body: 'seen' } }, author.token);
        const { cursor } = (await first.next()).data?.['threadActivity'] as { cursor: string };
        first.stop();
        await one.ask(reply, { input: { threadId, body: 'missed' } }, author.token);

        const again = await one.subscribe(activity, { threadId, after: cursor });
        await two.ask(reply, { input: { threadId, body: 'live again' } }, author.token);

        const bodies = [await again.next(), await again.next()].map(
          ({ data }) => data?.['threadActivity'].post.body as string,
        );
        assert.deepEqual(bodies, ['missed', 'live again']);
      });
    },
  );
}

describe('live updates of one thread', () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  it('show what is for moderators to moderators alone, though all ask in the same words', async () => {
    const moderator = await member(gemina.app, { roles: ['ORGANISER'] });
    const reader = await member(gemina.app);
    const { createGroup } = await gemina.ask(
      'mutation { createGroup(input: { name: "Alike", visibility: PUBLIC, kind: COMMUNITY }) { id } }',
      {},
      moderator.token,
    );
    const { startThread } = await gemina.ask(
      'mutation($input: StartThreadInput!) { startThread(input: $input) { id } }',
      { input: { groupId: createGroup.id, title: 'Same words', body: '1' } },
      moderator.token,
    );
    const query = `subscription($threadId: ID!) { threadActivity(threadId: $threadId) { ... on PostAdded { post { body
      thread { group { mailingList { subscribers(first: 5) { nodes { status } } } } } } } } }`;
    const asModerator = await gemina.subscribe(query, { threadId: startThread.id }, moderator.token);
    const asReader = await gemina.subscribe(query, { threadId: startThread.id }, reader.token);

    await gemina.ask(reply, { input: { threadId: startThread.id, body: 'for all' } }, moderator.token);

    assert.match(JSON.stringify(await asModerator.next()), /ACTIVE/);
    assert.doesNotMatch(JSON.stringify(await asReader.next()), /ACTIVE/);
  });
});

carries('Postgres', () => Promise.resolve({}));

let nats: ChildProcess | undefined;
carries(
  'NATS',
  async () => {
    const port = await freePort();
    nats = spawn('nats-server', ['--addr', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
    return { GEMINA_BUS_URL: `nats://127.0.0.1:${port}` };
  },
  !hasNats,
);
after(() => nats?.kill());
