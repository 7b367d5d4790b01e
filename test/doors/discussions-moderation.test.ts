import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GroupMembers, Posts, PostQueries, Threads } from '#discussions';
import { actorOf, aGroup, aReply, aThread } from '#discussions/testing';
import { Database } from '#platform/database';
import { type Member, member } from '#people/testing';
import { type Gemina, startGemina } from '../harness/index.js';

const bodiesOf = `query ($id: ID!) { thread(id: $id) { id title postCount posts(first: 50) { nodes { number body } } viewer { unreadCount lastReadPostId } participants { name } group { id } } }`;
const split = `mutation ($input: SplitThreadInput!) { splitThread(input: $input) { id title postCount } }`;
const merge = `mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { id postCount } }`;
const markRead = `mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }`;

describe('moderating threads', () => {
  let gemina: Gemina;
  let ada: Member;
  let ben: Member;
  before(async () => {
    gemina = await startGemina();
    ada = await member(gemina.app);
    ben = await member(gemina.app);
  });
  after(() => gemina.stop());

  const groupOfBoth = () => aGroup(gemina.app, { visibility: 'PRIVATE', memberIds: [ben.id], moderatorIds: [ada.id] });
  const seen = async (id: string, who: Member) => {
    const { thread } = await gemina.ask(bodiesOf, { id }, who.token);
    return {
      id: thread.id,
      bodies: thread.posts.nodes.map(({ body }: { body: string }) => body).join(''),
      numbers: thread.posts.nodes.map(({ number }: { number: number }) => number).join(''),
      unread: thread.viewer.unreadCount,
    };
  };

  it('splits a thread from a post on, and everyone has read as far as before', async () => {
    const group = await groupOfBoth();
    const { thread } = await aThread(gemina.app, ada.id, { groupId: group.id, body: 'a' });
    const posts = [];
    for (const body of ['b', 'c', 'd', 'e']) posts.push(await aReply(gemina.app, ada.id, thread.id, body));
    const [b, c] = posts;
    await gemina.ask(markRead, { input: { threadId: thread.id, postId: c?.id } }, ben.token);

    assert.equal(await gemina.refusal(split, { input: { postId: b?.id, title: 'Other' } }, ben.token), 'FORBIDDEN');
    const { splitThread: started } = await gemina.ask(
      split,
      { input: { postId: b?.id, title: 'Other matters' } },
      ada.token,
    );
    assert.deepEqual([started.title, started.postCount], ['Other matters', 4]);
    assert.deepEqual(await seen(thread.id, ben), { id: thread.id, bodies: 'a', numbers: '1', unread: 0 });
    assert.deepEqual(await seen(started.id, ben), { id: started.id, bodies: 'bcde', numbers: '1234', unread: 2 });
    assert.equal((await seen(started.id, ada)).unread, 0);
    const next = await aReply(gemina.app, ben.id, started.id, 'f');
    assert.equal(next.number, 5);
    const { group: counted } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { threads { totalCount } } }`,
      { id: group.id },
      ben.token,
    );
    assert.equal(counted.threads.totalCount, 2);
  });

  it('merges two threads in the order of their times; old links lead to the one, and nothing unread is passed over', async () => {
    const group = await groupOfBoth();
    const { thread: from, post: a } = await aThread(gemina.app, ada.id, { groupId: group.id, body: 'a' });
    gemina.clock.advance(1);
    const { thread: into, post: b } = await aThread(gemina.app, ada.id, { groupId: group.id, body: 'b' });
    gemina.clock.advance(1);
    await aReply(gemina.app, ada.id, from.id, 'c');
    gemina.clock.advance(1);
    const d = await aReply(gemina.app, ada.id, into.id, 'd');
    await gemina.ask(markRead, { input: { threadId: from.id, postId: a.id } }, ben.token);
    await gemina.ask(markRead, { input: { threadId: into.id, postId: d.id } }, ben.token);

    const { mergeThreads: merged } = await gemina.ask(
      merge,
      { input: { fromId: from.id, intoId: into.id } },
      ada.token,
    );
    assert.deepEqual(merged, { id: into.id, postCount: 4 });
    assert.deepEqual(await seen(from.id, ben), { id: into.id, bodies: 'abcd', numbers: '1234', unread: 2 });
    assert.equal((await seen(into.id, ada)).unread, 0);
    const late = await aReply(gemina.app, ben.id, from.id, 'e');
    assert.deepEqual([late.threadId, late.number], [into.id, 5]);
    const { post } = await gemina.ask(
      `query ($id: ID!) { post(id: $id) { number thread { id } } }`,
      { id: b.id },
      ben.token,
    );
    assert.deepEqual(post, { number: 2, thread: { id: into.id } });
    assert.equal(
      await gemina.refusal(merge, { input: { fromId: from.id, intoId: into.id } }, ada.token),
      'BAD_USER_INPUT',
    );
  });

  it('loses no post when a thread is written in, edited, moved, split and merged at the same time', async () => {
    const [one, two] = [await groupOfBoth(), await groupOfBoth()];
    const { thread } = await aThread(gemina.app, ada.id, { groupId: one.id, body: '0' });
    const middle = await aReply(gemina.app, ben.id, thread.id, 'middle');
    const { thread: other } = await aThread(gemina.app, ada.id, { groupId: one.id, body: 'other' });
    const move = `mutation ($input: ModerateThreadInput!) { moderateThread(input: $input) { id } }`;

    const answers = await Promise.all([
      ...Array.from({ length: 10 }, (_, nr) =>
        gemina.graphql(
          `mutation ($input: ReplyInput!) { reply(input: $input) { id } }`,
          { input: { threadId: thread.id, body: `r${nr}` } },
          ben.token,
        ),
      ),
      ...['x', 'y'].map((body) =>
        gemina.graphql(
          `mutation ($input: EditPostInput!) { editPost(input: $input) { id } }`,
          { input: { postId: middle.id, body } },
          ben.token,
        ),
      ),
      gemina.graphql(move, { input: { threadId: thread.id, groupId: two.id } }, ada.token),
      gemina.graphql(split, { input: { postId: middle.id, title: 'Split' } }, ada.token),
      gemina.graphql(merge, { input: { fromId: other.id, intoId: thread.id } }, ada.token),
      gemina.graphql(merge, { input: { fromId: thread.id, intoId: other.id } }, ada.token),
      gemina.graphql(`mutation ($id: ID!) { removePost(id: $id) { id } }`, { id: middle.id }, ada.token),
    ]);
    const codes = new Set(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? []));
    assert.ok(!codes.has('INTERNAL'), [...codes].join());

    const database = gemina.app.get(Database, { strict: false });
    const rows = await database.query<{ id: string; counted: number; posts: number; highest: number; listed: boolean }>(
      `select t.id, t.post_count as counted, count(p.id)::int as posts, coalesce(max(p.number), 0) as highest, t.merged_into_id is null as listed
       from thread t left join post p on p.thread_id = t.id where t.group_id = any($1::uuid[]) group by t.id`,
      [[one.id, two.id]],
    );
    assert.equal(
      rows.reduce((sum, { posts }) => sum + posts, 0),
      3 + answers.slice(0, 10).filter(({ data }) => data).length,
    );
    for (const { counted, posts, highest } of rows) assert.deepEqual([counted, highest], [posts, posts]);
    const groups = await database.query<{ kept: number; listed: number }>(
      `select g.thread_count as kept, (select count(*)::int from thread t where t.group_id = g.id and t.merged_into_id is null) as listed
       from discussion_group g where g.id = any($1::uuid[])`,
      [[one.id, two.id]],
    );
    for (const { kept, listed } of groups) assert.equal(kept, listed);
  });

  it('moves a thread to another group that the moderator moderates, and to no other', async () => {
    const [one, two] = [await groupOfBoth(), await aGroup(gemina.app, { visibility: 'PRIVATE', memberIds: [ada.id] })];
    const { thread } = await aThread(gemina.app, ada.id, { groupId: one.id });
    const move = `mutation ($input: ModerateThreadInput!) { moderateThread(input: $input) { group { id } } }`;

    assert.equal(
      await gemina.refusal(move, { input: { threadId: thread.id, groupId: two.id } }, ada.token),
      'FORBIDDEN',
    );
    const three = await aGroup(gemina.app, { visibility: 'PRIVATE', moderatorIds: [ada.id] });
    const moved = await gemina.ask(move, { input: { threadId: thread.id, groupId: three.id } }, ada.token);
    assert.equal(moved['moderateThread'].group.id, three.id);
    assert.equal((await gemina.ask(bodiesOf, { id: thread.id }, ben.token))['thread'], null);
  });

  it('mails a report to the moderators, once per reporter', async () => {
    const group = await groupOfBoth();
    const { thread, post } = await aThread(gemina.app, ben.id, { groupId: group.id, title: 'Reported thread' });
    const report = `mutation ($id: ID!, $reason: String!) { reportPost(id: $id, reason: $reason) }`;

    assert.deepEqual(await gemina.ask(report, { id: post.id, reason: 'Names a child' }, ben.token), {
      reportPost: true,
    });
    const { mail } = await gemina.relay.mailWhere(
      ({ to, mail: { text } }) => to === ada.email && Boolean(text?.includes('Names a child')),
    );
    assert.match(mail.text ?? '', new RegExp(`/threads/${thread.id}`));
    assert.equal(await gemina.refusal(report, { id: post.id, reason: 'Again' }, ben.token), 'CONFLICT');
    assert.equal(await gemina.refusal(report, { id: post.id, reason: ' ' }, ada.token), 'BAD_USER_INPUT');
  });
});

describe('posts that come by mail or go with their author', () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  it('takes the same mail twice as one post, and one mail to two groups as two', async () => {
    const ada = await member(gemina.app);
    const [one, two] = [await aGroup(gemina.app), await aGroup(gemina.app)];
    const threads = gemina.app.get(Threads, { strict: false });
    const actor = await actorOf(gemina.app, ada.id);
    const mail = { origin: 'EMAIL', messageId: '<cross@example.org>', quoted: '> before' } as const;

    const first = await threads.start(actor, { groupId: one.id, title: 'By mail', body: 'Hello' }, mail);
    const again = await threads.start(actor, { groupId: one.id, title: 'By mail', body: 'Hello' }, mail);
    const crossed = await threads.start(actor, { groupId: two.id, title: 'By mail', body: 'Hello' }, mail);
    assert.deepEqual([again.post.id, again.thread.id], [first.post.id, first.thread.id]);
    assert.equal(first.post.messageId, '<cross@example.org>');
    assert.equal(crossed.post.messageId, `<${crossed.post.id}@lists.localhost>`);
    const posts = gemina.app.get(Posts, { strict: false });
    const reply = await posts.reply(actor, { threadId: first.thread.id, body: 'More', parentId: first.post.id });
    const queries = gemina.app.get(PostQueries, { strict: false });
    assert.deepEqual(await queries.ancestorMessageIds(reply.id), ['<cross@example.org>']);
    const found = await queries.byMessageIds(two.id, ['<cross@example.org>', crossed.post.messageId]);
    assert.deepEqual(
      found.map(({ id }) => id),
      [crossed.post.id],
    );
  });

  it('keeps threads readable when an author is erased, and nothing that leads to the person', async () => {
    const ada = await member(gemina.app);
    const gone = await member(gemina.app, { name: 'Gone Person', password: 'a long enough phrase' });
    const group = await aGroup(gemina.app, { memberIds: [ada.id] });
    const { thread } = await aThread(gemina.app, gone.id, { groupId: group.id, body: 'Stays' });
    const { id: postId } = await aReply(gemina.app, ada.id, thread.id);
    await gemina.ask(
      `mutation ($input: ReactInput!) { react(input: $input) { id } }`,
      { input: { postId, emoji: '👍', on: true } },
      gone.token,
    );

    await gemina.ask(`mutation { eraseMyAccount(password: "a long enough phrase") }`, {}, gone.token);
    const { thread: after } = await gemina.ask(
      `query ($id: ID!) { thread(id: $id) { author { id } participants { id } group { memberCount } posts { nodes { body authorName author { id } reactions { count } } } } }`,
      { id: thread.id },
      ada.token,
    );
    assert.deepEqual(after.posts.nodes[0], { body: 'Stays', authorName: 'Gone Person', author: null, reactions: [] });
    assert.deepEqual([after.author, after.posts.nodes[1].reactions, after.group.memberCount], [null, [], 1]);
    assert.deepEqual(after.participants, [{ id: ada.id }]);
  });

  it('gives attachments to readers of their post and to nobody else', async () => {
    const ada = await member(gemina.app);
    const stranger = await member(gemina.app);
    const group = await aGroup(gemina.app, { visibility: 'PRIVATE', memberIds: [ada.id] });
    const upload = async (text: string): Promise<string> => {
      const form = new FormData();
      form.set('file', new Blob([text], { type: 'text/plain' }), 'notes.txt');
      const response = await fetch(`${gemina.url}/files`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${ada.token}` },
      });
      return ((await response.json()) as { id: string }).id;
    };
    const fileId = await upload('the minutes');
    const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { posts { nodes { id attachments { id filename size url } } } } }`;

    assert.equal(
      await gemina.refusal(
        start,
        { input: { groupId: group.id, title: 'x', body: 'x', attachmentIds: [await upload('x'), group.id] } },
        ada.token,
      ),
      'BAD_USER_INPUT',
    );
    const { startThread } = await gemina.ask(
      start,
      { input: { groupId: group.id, title: 'Minutes', body: 'See', attachmentIds: [fileId] } },
      ada.token,
    );
    const [post] = startThread.posts.nodes;
    assert.deepEqual([post.attachments[0].filename, post.attachments[0].size], ['notes.txt', 11]);
    const status = async (token: string): Promise<number> =>
      (await fetch(`${gemina.url}/files/${fileId}`, { headers: { authorization: `Bearer ${token}` } })).status;
    const reader = await member(gemina.app);
    await gemina.app.get(GroupMembers, { strict: false }).add(group.id, [reader.id]);
    assert.deepEqual([await status(reader.token), await status(stranger.token)], [200, 404]);
    await gemina.ask(`mutation ($id: ID!) { removePost(id: $id) { id } }`, { id: post.id }, ada.token);
    assert.equal(await status(reader.token), 404);
  });
});
