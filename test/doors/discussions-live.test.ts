import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { GroupMembers, PostLoader } from '#discussions';
import { aGroup, aReply, aThread } from '#discussions/testing';
import { type Member, member } from '#people/testing';
import { type Answer, type Gemina, type Live, startGemina } from '../harness/index.js';

const onThread = `subscription ($threadId: ID!, $after: Cursor) { threadActivity(threadId: $threadId, after: $after) {
  __typename cursor at ... on PostAdded { post { number body author { name } } } ... on PostEdited { post { body } }
  ... on PostRemoved { postId threadId } ... on ReactionsChanged { post { reactions { emoji count } } } ... on ThreadChanged { thread { title locked } } } }`;
const onGroup = `subscription ($groupId: ID!, $after: Cursor) { groupActivity(groupId: $groupId, after: $after) {
  __typename cursor ... on ThreadStarted { thread { title } } ... on PostAdded { post { body } } ... on ThreadChanged { thread { title } } } }`;

interface Event {
  __typename: string;
  cursor: string;
  post?: { number: number; body: string };
}
const eventOf = (answer: Answer): Event => {
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return Object.values(answer.data ?? {})[0] as Event;
};
const next = async (live: Live): Promise<Event> => eventOf(await live.next());

describe('live activity', () => {
  let gemina: Gemina;
  let ada: Member;
  let ben: Member;
  before(async () => {
    gemina = await startGemina();
    ada = await member(gemina.app);
    ben = await member(gemina.app);
  });
  after(() => gemina.stop());

  const threadOfBoth = async () => {
    const group = await aGroup(gemina.app, { visibility: 'PRIVATE', moderatorIds: [ada.id], memberIds: [ben.id] });
    return { group, ...(await aThread(gemina.app, ada.id, { groupId: group.id, body: 'Opening' })) };
  };

  it('tells every kind of change in the order of their commits', async () => {
    const { thread, post } = await threadOfBoth();
    const live = await gemina.subscribe(onThread, { threadId: thread.id }, ben.token);

    const { reply } = await gemina.ask(
      `mutation ($input: ReplyInput!) { reply(input: $input) { id } }`,
      { input: { threadId: thread.id, body: 'Hello' } },
      ben.token,
    );
    await gemina.ask(
      `mutation ($input: EditPostInput!) { editPost(input: $input) { id } }`,
      { input: { postId: reply.id, body: 'Hello all' } },
      ben.token,
    );
    await gemina.ask(
      `mutation ($input: ReactInput!) { react(input: $input) { id } }`,
      { input: { postId: reply.id, emoji: '👍', on: true } },
      ada.token,
    );
    await gemina.ask(`mutation ($id: ID!) { removePost(id: $id) { id } }`, { id: post.id }, ada.token);
    await gemina.ask(
      `mutation ($input: ModerateThreadInput!) { moderateThread(input: $input) { id } }`,
      { input: { threadId: thread.id, title: 'Renamed' } },
      ada.token,
    );

    const events = [await next(live), await next(live), await next(live), await next(live), await next(live)];
    assert.deepEqual(
      events.map(({ __typename }) => __typename),
      ['PostAdded', 'PostEdited', 'ReactionsChanged', 'PostRemoved', 'ThreadChanged'],
    );
    const cursors = events.map(({ cursor }) => Number(cursor));
    assert.deepEqual(
      cursors,
      cursors.map((_, index) => (cursors[0] ?? 0) + index),
    );
    assert.deepEqual((events[2] as unknown as { post: object }).post, { reactions: [{ emoji: '👍', count: 1 }] });
    assert.deepEqual((events[4] as unknown as { thread: object }).thread, { title: 'Renamed', locked: false });
    live.stop();
  });

  it('replays all since a cursor without gap or double while posts keep coming', async () => {
    const { thread } = await threadOfBoth();
    const { thread: page } = await gemina.ask(
      `query ($id: ID!) { thread(id: $id) { cursor } }`,
      { id: thread.id },
      ben.token,
    );
    const posting = (async () => {
      for (let nr = 2; nr <= 31; nr += 1) await aReply(gemina.app, nr % 2 ? ada.id : ben.id, thread.id, `${nr}`);
    })();
    const first = await gemina.subscribe(onThread, { threadId: thread.id, after: page.cursor }, ben.token);
    const seen: Event[] = [];
    while (seen.length < 10) seen.push(await next(first));
    first.stop();

    const second = await gemina.subscribe(onThread, { threadId: thread.id, after: seen.at(-1)?.cursor }, ben.token);
    while (seen.length < 30) seen.push(await next(second));
    await posting;
    assert.deepEqual(
      seen.map(({ post }) => post?.number),
      Array.from({ length: 30 }, (_, index) => index + 2),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(second.waiting, []);
    second.stop();
  });

  it('shows a group its new threads with their first posts', async () => {
    const { group } = await threadOfBoth();
    const { group: page } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { cursor } }`,
      { id: group.id },
      ben.token,
    );
    await aThread(gemina.app, ada.id, { groupId: group.id, title: 'Second', body: 'Its first' });

    const live = await gemina.subscribe(onGroup, { groupId: group.id, after: page.cursor }, ben.token);
    const { cursor: _one, ...started } = await next(live);
    const { cursor: _two, ...added } = await next(live);
    assert.deepEqual(started, { __typename: 'ThreadStarted', thread: { title: 'Second' } });
    assert.deepEqual(added, { __typename: 'PostAdded', post: { body: 'Its first' } });
    live.stop();
  });

  it('shows nothing to strangers, and nothing more to a member who was removed', async () => {
    const { group, thread } = await threadOfBoth();
    const stranger = await member(gemina.app);
    const refused = await gemina.subscribe(onThread, { threadId: thread.id, after: '0' }, stranger.token);
    assert.equal((await refused.next()).errors?.[0]?.extensions.code, 'NOT_FOUND');
    const live = await gemina.subscribe(onThread, { threadId: thread.id }, ben.token);
    await aReply(gemina.app, ada.id, thread.id, 'While there');
    assert.equal((await next(live)).post?.body, 'While there');

    await gemina.app.get(GroupMembers, { strict: false }).remove(group.id, [ben.id]);
    await aReply(gemina.app, ada.id, thread.id, 'After they left');
    const last = await live.next();
    assert.equal(last.errors?.[0]?.extensions.code, 'NOT_FOUND');
    assert.doesNotMatch(JSON.stringify([last, ...live.waiting]), /After they left/);
  });

  it('shows a thread that was moved away neither to the group it left nor to its live readers who may not follow', async () => {
    const { group, thread } = await threadOfBoth();
    const inner = await aGroup(gemina.app, { visibility: 'PRIVATE', moderatorIds: [ada.id] });
    const inGroup = await gemina.subscribe(onGroup, { groupId: group.id }, ben.token);
    const inThread = await gemina.subscribe(onThread, { threadId: thread.id }, ben.token);

    await gemina.ask(
      `mutation ($input: ModerateThreadInput!) { moderateThread(input: $input) { group { id } } }`,
      { input: { threadId: thread.id, groupId: inner.id, title: 'Inner matters' } },
      ada.token,
    );
    await aThread(gemina.app, ada.id, { groupId: group.id, title: 'Still here' });
    assert.equal((await next(inGroup)).__typename, 'ThreadStarted');
    const ended = await inThread.next();
    assert.equal(ended.errors?.[0]?.extensions.code, 'NOT_FOUND');
    assert.doesNotMatch(JSON.stringify([...inGroup.waiting, ...inThread.waiting]), /Inner matters/);
    inGroup.stop();
  });

  it('answers subscribers who ask the same with one execution, and those who ask what differs by viewer each their own', async () => {
    const { thread } = await threadOfBoth();
    const loads = mock.method(gemina.app.get(PostLoader, { strict: false }), 'batch');
    const executions = async (query: string, readers: Member[]): Promise<{ count: number; answers: Answer[] }> => {
      const lives = await Promise.all(
        readers.map((reader) => gemina.subscribe(query, { threadId: thread.id }, reader.token)),
      );
      loads.mock.resetCalls();
      await aReply(gemina.app, ada.id, thread.id, 'To all');
      const answers = await Promise.all(lives.map((live) => live.next()));
      for (const live of lives) live.stop();
      return { count: loads.mock.callCount(), answers };
    };
    const shared = `subscription ($threadId: ID!) { threadActivity(threadId: $threadId) { cursor ... on PostAdded { post { id body } } } }`;
    const perViewer = `subscription ($threadId: ID!) { threadActivity(threadId: $threadId) { ... on PostAdded { post { thread { viewer { unreadCount } } } } } }`;

    const together = await executions(shared, [ben, ben, ada, ada]);
    assert.equal(together.count, 1);
    assert.equal(new Set(together.answers.map((answer) => JSON.stringify(answer))).size, 1);
    const own = await executions(perViewer, [ada, ben, ben]);
    assert.equal(own.count, 2);
    assert.deepEqual(
      own.answers.map(
        (answer) => (eventOf(answer) as unknown as { post: { thread: { viewer: object } } }).post.thread.viewer,
      ),
      [{ unreadCount: 0 }, { unreadCount: 3 }, { unreadCount: 3 }],
    );
  });
});
