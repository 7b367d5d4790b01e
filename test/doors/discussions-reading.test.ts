import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { aGroup, aReply, aThread } from '#discussions/testing';
import { type Post } from '#discussions';
import { aCity, aMembership } from '#cities/testing';
import { Database } from '#platform/database';
import { type Member, member } from '#people/testing';
import { type Gemina, startGemina } from '../harness/index.js';

const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { id number body } }`;
const marks = `query ($id: ID!) { thread(id: $id) { viewer { follow unreadCount lastReadPostId } group { viewer { unreadThreadCount } } } }`;
const mark = `mutation ($input: MarkReadInput!) { markRead(input: $input) { viewer { unreadCount lastReadPostId } } }`;

describe('posting and reading', () => {
  let gemina: Gemina;
  let ada: Member;
  let ben: Member;
  before(async () => {
    gemina = await startGemina();
    ada = await member(gemina.app);
    ben = await member(gemina.app);
  });
  after(() => gemina.stop());

  const groupOfBoth = () =>
    aGroup(gemina.app, { visibility: 'PRIVATE', memberIds: [ada.id, ben.id], moderatorIds: [ada.id] });
  const viewerOf = async (threadId: string, who: Member) => {
    const { thread } = await gemina.ask(marks, { id: threadId }, who.token);
    return {
      unread: thread.viewer.unreadCount,
      last: thread.viewer.lastReadPostId,
      threads: thread.group.viewer.unreadThreadCount,
    };
  };

  it('makes one post of one key, also when both requests run at once', async () => {
    const group = await groupOfBoth();
    const { thread } = await aThread(gemina.app, ada.id, { groupId: group.id });
    const input = { threadId: thread.id, body: 'Once', idempotencyKey: 'tab-1' };

    const [one, two] = await Promise.all([1, 2].map(() => gemina.ask(reply, { input }, ben.token)));
    const again = await gemina.ask(reply, { input: { ...input, body: 'Another wording' } }, ben.token);
    assert.equal(one?.['reply'].id, two?.['reply'].id);
    assert.deepEqual(again['reply'], one?.['reply']);
    const others = await gemina.ask(reply, { input }, ada.token);
    assert.notEqual(others['reply'].id, one?.['reply'].id);
    const { thread: after } = await gemina.ask(
      `query ($id: ID!) { thread(id: $id) { postCount } }`,
      { id: thread.id },
      ada.token,
    );
    assert.equal(after.postCount, 3);
  });

  it('numbers posts without gaps or doubles when many come at once', async () => {
    const group = await groupOfBoth();
    const { thread } = await aThread(gemina.app, ada.id, { groupId: group.id });

    const posted = await Promise.all(
      Array.from({ length: 24 }, (_, nr) => aReply(gemina.app, nr % 2 ? ada.id : ben.id, thread.id, `${nr}`)),
    );
    const numbers = posted.map((post) => post.number).sort((one, two) => one - two);
    assert.deepEqual(
      numbers,
      Array.from({ length: 24 }, (_, nr) => nr + 2),
    );
  });

  it('pages posts from both ends', async () => {
    const group = await groupOfBoth();
    const { thread } = await aThread(gemina.app, ada.id, { groupId: group.id, body: '1' });
    for (let nr = 2; nr <= 7; nr += 1) await aReply(gemina.app, ben.id, thread.id, `${nr}`);
    const page = async (args: string) => {
      const { thread: found } = await gemina.ask(
        `query ($id: ID!) { thread(id: $id) { posts(${args}) { totalCount nodes { body } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
        { id: thread.id },
        ada.token,
      );
      const { nodes, pageInfo, totalCount } = found.posts;
      return { bodies: nodes.map(({ body }: { body: string }) => body).join(''), ...pageInfo, totalCount };
    };

    const first = await page('first: 3');
    const next = await page(`first: 3, after: "${first.endCursor}"`);
    const rest = await page(`first: 3, after: "${next.endCursor}"`);
    assert.deepEqual([first.bodies, next.bodies, rest.bodies], ['123', '456', '7']);
    assert.deepEqual([first.hasNextPage, rest.hasNextPage, first.totalCount], [true, false, 7]);
    const last = await page('last: 3');
    const before = await page(`last: 3, before: "${last.startCursor}"`);
    assert.deepEqual([last.bodies, before.bodies, last.hasPreviousPage], ['567', '234', true]);
    assert.equal((await page(`last: 3, before: "${before.startCursor}"`)).hasPreviousPage, false);
  });

  it('counts as unread what others wrote, moves marks forward only, and leaves muted threads out', async () => {
    const group = await groupOfBoth();
    const { thread, post: first } = await aThread(gemina.app, ada.id, { groupId: group.id });
    const second = await aReply(gemina.app, ada.id, thread.id);
    const third = await aReply(gemina.app, ada.id, thread.id);

    assert.deepEqual(await viewerOf(thread.id, ada), { unread: 0, last: third.id, threads: 0 });
    assert.deepEqual(await viewerOf(thread.id, ben), { unread: 3, last: null, threads: 1 });
    await gemina.ask(mark, { input: { threadId: thread.id, postId: second.id } }, ben.token);
    const back = await gemina.ask(mark, { input: { threadId: thread.id, postId: first.id } }, ben.token);
    assert.deepEqual(back['markRead'].viewer, { unreadCount: 1, lastReadPostId: second.id });

    await aReply(gemina.app, ben.id, thread.id, 'Mine is not unread to me, and hides nothing');
    assert.deepEqual(await viewerOf(thread.id, ben), { unread: 1, last: second.id, threads: 1 });
    assert.deepEqual(await viewerOf(thread.id, ada), { unread: 1, last: third.id, threads: 1 });
    await gemina.ask(mark, { input: { threadId: thread.id, postId: third.id } }, ben.token);
    assert.deepEqual(await viewerOf(thread.id, ben), { unread: 0, last: third.id, threads: 0 });

    await gemina.ask(
      `mutation ($input: FollowThreadInput!) { followThread(input: $input) { id } }`,
      { input: { threadId: thread.id, state: 'MUTED' } },
      ada.token,
    );
    assert.deepEqual(await viewerOf(thread.id, ada), { unread: 1, last: third.id, threads: 0 });
  });

  it('still counts a thread that was left unread while others were read an hour later', async () => {
    const group = await groupOfBoth();
    const { thread: left } = await aThread(gemina.app, ada.id, { groupId: group.id, title: 'Left' });
    gemina.clock.advance(3600);
    const { thread: read, post } = await aThread(gemina.app, ada.id, { groupId: group.id, title: 'Read' });
    gemina.clock.advance(3600);

    await gemina.ask(mark, { input: { threadId: read.id, postId: post.id } }, ben.token);
    const { group: seen } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { viewer { unreadThreadCount } threads(unreadOnly: true) { totalCount nodes { title } } } }`,
      { id: group.id },
      ben.token,
    );
    assert.deepEqual(seen, {
      viewer: { unreadThreadCount: 1 },
      threads: { totalCount: 1, nodes: [{ title: 'Left' }] },
    });
    assert.ok(left.id);
  });

  it('lists threads with pinned ones first, then by their last post, and by theme', async () => {
    const group = await groupOfBoth();
    const { thread: old } = await aThread(gemina.app, ada.id, { groupId: group.id, title: 'old', themes: ['HOUSING'] });
    gemina.clock.advance(60);
    const { thread: middle } = await aThread(gemina.app, ada.id, { groupId: group.id, title: 'middle' });
    gemina.clock.advance(60);
    await aThread(gemina.app, ada.id, { groupId: group.id, title: 'new', themes: ['HOUSING', 'HEALTH'] });
    const titles = async (args: string): Promise<string[]> => {
      const { group: found } = await gemina.ask(
        `query ($id: ID!) { group(id: $id) { threads(${args}) { nodes { title } pageInfo { endCursor } } } }`,
        { id: group.id },
        ben.token,
      );
      return found.threads.nodes.map(({ title }: { title: string }) => title);
    };

    assert.deepEqual(await titles('first: 5'), ['new', 'middle', 'old']);
    gemina.clock.advance(60);
    await aReply(gemina.app, ben.id, old.id);
    await gemina.ask(
      `mutation ($input: ModerateThreadInput!) { moderateThread(input: $input) { id } }`,
      { input: { threadId: middle.id, pinned: true } },
      ada.token,
    );
    assert.deepEqual(await titles('first: 5'), ['middle', 'old', 'new']);
    assert.deepEqual(await titles('first: 5, theme: HOUSING'), ['old', 'new']);
    const { group: page } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { threads(first: 1) { pageInfo { endCursor } } } }`,
      { id: group.id },
      ben.token,
    );
    assert.deepEqual(await titles(`first: 5, after: "${page.threads.pageInfo.endCursor}"`), ['old', 'new']);
  });

  it('counts reactions once per person and emoji, and shows whose they are', async () => {
    const group = await groupOfBoth();
    const { post } = await aThread(gemina.app, ada.id, { groupId: group.id });
    const react = `mutation ($input: ReactInput!) { react(input: $input) { reactions { emoji count viewerReacted } } }`;
    const give = (emoji: string, on: boolean, who: Member) =>
      gemina.ask(react, { input: { postId: post.id, emoji, on } }, who.token);

    await Promise.all([give('👍', true, ada), give('👍', true, ben), give('👍', true, ben)]);
    const two = await give('🎉', true, ada);
    assert.deepEqual(two['react'].reactions, [
      { emoji: '👍', count: 2, viewerReacted: true },
      { emoji: '🎉', count: 1, viewerReacted: true },
    ]);
    const taken = await give('👍', false, ada);
    assert.deepEqual(taken['react'].reactions[0], { emoji: '👍', count: 1, viewerReacted: false });
    assert.equal(
      await gemina.refusal(react, { input: { postId: post.id, emoji: '<img>', on: true } }, ada.token),
      'BAD_USER_INPUT',
    );
  });

  it('reads a page of 30 posts with authors, cities and reactions in three statements', async () => {
    const group = await groupOfBoth();
    const { thread, post } = await aThread(gemina.app, ada.id, { groupId: group.id });
    let last: Post = post;
    for (let nr = 2; nr <= 30; nr += 1)
      last = await aReply(gemina.app, nr % 2 ? ada.id : ben.id, thread.id, `Post ${nr}`);
    assert.equal(last.number, 30);
    const page = `query ($id: ID!) { thread(id: $id) { title group { name } author { name } viewer { unreadCount follow lastReadPostId } posts(first: 30) {
      totalCount nodes { id html authorName author { name memberships { body { ... on City { name } } } } parent { id } thread { id } reactions { emoji count viewerReacted } attachments { id } } } } }`;
    for (const { id: personId } of [ada, ben]) {
      const city = await aCity(gemina.app);
      await aMembership(gemina.app, { personId, bodyId: city.id, role: 'PRACTITIONER' });
    }
    const asked: string[] = [];
    const database = gemina.app.get(Database, { strict: false });
    mock.method(database, 'query', (sql: string, values?: unknown[]) => {
      asked.push(sql);
      return Database.prototype.query.call(database, sql, values);
    });
    await gemina.ask('{ __typename }', {}, ada.token);
    const ofTheDoor = new Set(asked.splice(0));

    const tries: string[][] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      asked.length = 0; // handlers may still be at work: they can only add to what is counted
      const { thread: read } = await gemina.ask(page, { id: thread.id }, ada.token);
      tries.push(asked.filter((sql) => !ofTheDoor.has(sql)));
      assert.equal(read.posts.nodes[29].author.memberships[0].body.name, 'Somewhere');
    }
    const ofThePage = tries.sort((one, two) => one.length - two.length)[0] ?? [];
    mock.restoreAll();
    assert.equal(ofThePage.length, 3, ofThePage.join('\n\n'));
  });

  it('refuses what cannot be posted, and writes nothing of it', async () => {
    const group = await groupOfBoth();
    const { thread, post } = await aThread(gemina.app, ada.id, { groupId: group.id });
    const { post: elsewhere } = await aThread(gemina.app, ada.id, { groupId: group.id });
    const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }`;

    for (const input of [
      { threadId: thread.id, body: ' \n\u200b' },
      { threadId: thread.id, body: 'x'.repeat(100_001) },
      { threadId: thread.id, body: 'x', parentId: elsewhere.id },
      { threadId: thread.id, body: 'x', attachmentIds: [post.id] },
      { threadId: 'not-an-id', body: 'x' },
      { threadId: thread.id, body: 'x', idempotencyKey: 'k'.repeat(201) },
    ]) {
      assert.equal(
        await gemina.refusal(reply, { input }, ada.token),
        'BAD_USER_INPUT',
        JSON.stringify(input).slice(0, 80),
      );
    }
    for (const title of ['', 'x'.repeat(301), 'Two\nlines']) {
      assert.equal(
        await gemina.refusal(start, { input: { groupId: group.id, title, body: 'x' } }, ada.token),
        'BAD_USER_INPUT',
        title.slice(0, 20),
      );
    }
    const { group: after } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { threads { totalCount nodes { postCount } } } }`,
      { id: group.id },
      ada.token,
    );
    assert.deepEqual(after.threads, { totalCount: 2, nodes: [{ postCount: 1 }, { postCount: 1 }] });
  });
});
