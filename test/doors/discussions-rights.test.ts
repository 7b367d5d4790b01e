import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aCity, aMembership, aNetwork } from '#cities/testing';
import { aGroup, aReply, aThread } from '#discussions/testing';
import { newId } from '#platform/database';
import { member } from '#people/testing';
import { type Gemina, startGemina } from '../harness/index.js';

const groupOf = `query ($id: ID!) { group(id: $id) { id name viewer { member moderator delivery } } }`;
const threadOf = `query ($id: ID!) { thread(id: $id) { id title posts { totalCount nodes { body } } } }`;
const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }`;
const answer = `mutation ($input: ReplyInput!) { reply(input: $input) { id } }`;

describe('who may read and write in groups', () => {
  let gemina: Gemina;
  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  it('does not tell of a private group to those who are not in it, administrators too', async () => {
    const insider = await member(gemina.app);
    const outsider = await member(gemina.app);
    const admin = await member(gemina.app, { roles: ['ADMIN'] });
    const group = await aGroup(gemina.app, { name: 'Secret', visibility: 'PRIVATE', memberIds: [insider.id] });
    const { thread, post } = await aThread(gemina.app, insider.id, { groupId: group.id, title: 'Hidden' });

    for (const token of [outsider.token, admin.token, null]) {
      const seen = await gemina.ask(
        `query ($id: ID!, $slug: String!, $thread: ID!, $post: ID!) {
           group(id: $id) { id } bySlug: group(slug: $slug) { id } thread(id: $thread) { id } post(id: $post) { id }
           asNode: node(id: $thread) { id } groups(first: 100) { totalCount nodes { name } } }`,
        { id: group.id, slug: group.slug, thread: thread.id, post: post.id },
        token,
      );
      assert.deepEqual(
        [seen['group'], seen['bySlug'], seen['thread'], seen['post'], seen['asNode']],
        [null, null, null, null, null],
      );
      assert.ok(!seen['groups'].nodes.some((node: { name: string }) => node.name === 'Secret'));
    }
    const own = await gemina.ask(groupOf, { id: group.id }, insider.token);
    assert.equal(own['group'].name, 'Secret');
  });

  it('answers a private thing word for word like one that does not exist', async () => {
    const outsider = await member(gemina.app);
    const insider = await member(gemina.app);
    const group = await aGroup(gemina.app, { visibility: 'PRIVATE', moderatorIds: [insider.id] });
    const { thread, post } = await aThread(gemina.app, insider.id, { groupId: group.id });
    const asked: [string, (id: string) => object, string][] = [
      [answer, (threadId) => ({ input: { threadId, body: 'x' } }), thread.id],
      [start, (groupId) => ({ input: { groupId, title: 'x', body: 'x' } }), group.id],
      [`mutation ($id: ID!) { joinGroup(id: $id) { id } }`, (id) => ({ id }), group.id],
      [`mutation ($id: ID!) { removePost(id: $id) { id } }`, (id) => ({ id }), post.id],
      [`mutation ($id: ID!) { reportPost(id: $id, reason: "x") }`, (id) => ({ id }), post.id],
      [
        `mutation ($input: ModerateThreadInput!) { moderateThread(input: $input) { id } }`,
        (threadId) => ({ input: { threadId, locked: true } }),
        thread.id,
      ],
      [
        `mutation ($input: FollowThreadInput!) { followThread(input: $input) { id } }`,
        (threadId) => ({ input: { threadId, state: 'MUTED' } }),
        thread.id,
      ],
    ];

    for (const [mutation, variables, id] of asked) {
      const [real, unreal] = await Promise.all(
        [id, newId()].map((each) => gemina.graphql(mutation, variables(each), outsider.token)),
      );
      assert.equal(real?.errors?.[0]?.extensions.code, 'NOT_FOUND', mutation);
      assert.deepEqual(real?.errors, unreal?.errors, mutation);
    }
  });

  it("lets everyone read a public group, people with a verified address a members' one", async () => {
    const author = await member(gemina.app);
    const reader = await member(gemina.app);
    const open = await aGroup(gemina.app, { memberIds: [author.id] });
    const members = await aGroup(gemina.app, { visibility: 'MEMBERS', memberIds: [author.id] });
    const inOpen = await aThread(gemina.app, author.id, { groupId: open.id, body: 'For all' });
    const inMembers = await aThread(gemina.app, author.id, { groupId: members.id, body: 'For members' });
    const signUp = await gemina.ask(
      `mutation { signUp(input: { name: "New", email: "new@example.org", password: "a long enough phrase" }) { token } }`,
    );

    const bodies = async (id: string, token: string | null): Promise<string[] | null> => {
      const { thread } = (await gemina.ask(threadOf, { id }, token)) as {
        thread: { posts: { nodes: { body: string }[] } } | null;
      };
      return thread && thread.posts.nodes.map(({ body }) => body);
    };
    const unverified = signUp['signUp'].token as string;
    assert.deepEqual(await bodies(inOpen.thread.id, null), ['For all']);
    assert.equal(await bodies(inMembers.thread.id, null), null);
    assert.equal(await bodies(inMembers.thread.id, unverified), null);
    assert.deepEqual(await bodies(inMembers.thread.id, reader.token), ['For members']);
    assert.equal(await gemina.refusal(answer, { input: { threadId: inOpen.thread.id, body: 'x' } }), 'UNAUTHENTICATED');
    assert.equal(
      await gemina.refusal(answer, { input: { threadId: inOpen.thread.id, body: 'x' } }, unverified),
      'FORBIDDEN',
    );
  });

  it('joins whoever posts for the first time, and counts members as they come and go', async () => {
    const poster = await member(gemina.app);
    const group = await aGroup(gemina.app);

    await gemina.ask(start, { input: { groupId: group.id, title: 'Hello', body: 'All' } }, poster.token);
    await gemina.ask(`mutation ($id: ID!) { joinGroup(id: $id) { id } }`, { id: group.id }, poster.token);
    const joined = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { memberCount members { totalCount nodes { person { name } moderator delivery } } viewer { member delivery } threads { totalCount } } }`,
      { id: group.id },
      poster.token,
    );
    assert.deepEqual(joined['group'], {
      memberCount: 1,
      members: {
        totalCount: 1,
        nodes: [{ person: { name: poster.person.name }, moderator: false, delivery: 'EVERY_POST' }],
      },
      viewer: { member: true, delivery: 'EVERY_POST' },
      threads: { totalCount: 1 },
    });

    const left = await gemina.ask(
      `mutation ($id: ID!) { leaveGroup(id: $id) { memberCount viewer { member delivery } } }`,
      { id: group.id },
      poster.token,
    );
    assert.deepEqual(left['leaveGroup'], { memberCount: 0, viewer: { member: false, delivery: 'NOTHING' } });
  });

  it('opens groups for those who may: organisers all, others private working groups', async () => {
    const create = `mutation ($input: CreateGroupInput!) { createGroup(input: $input) { id slug kind viewer { moderator } } }`;
    const organiser = await member(gemina.app, { roles: ['ORGANISER'] });
    const person = await member(gemina.app);

    const community = await gemina.ask(
      create,
      { input: { name: 'Housing & Health', visibility: 'PUBLIC' } },
      organiser.token,
    );
    const second = await gemina.ask(
      create,
      { input: { name: 'Housing  Health', visibility: 'MEMBERS' } },
      organiser.token,
    );
    const working = await gemina.ask(create, { input: { name: 'Zürich / Łódź', visibility: 'PRIVATE' } }, person.token);
    assert.deepEqual([community['createGroup'].slug, community['createGroup'].kind], ['housing-health', 'COMMUNITY']);
    assert.equal(second['createGroup'].slug, 'housing-health-2');
    assert.deepEqual([working['createGroup'].kind, working['createGroup'].viewer.moderator], ['WORKING_GROUP', true]);
    assert.equal(
      await gemina.refusal(create, { input: { name: 'Mine', visibility: 'PUBLIC' } }, person.token),
      'FORBIDDEN',
    );
    assert.equal(
      await gemina.refusal(
        create,
        { input: { name: 'Taken', slug: 'housing-health', visibility: 'PUBLIC' } },
        organiser.token,
      ),
      'CONFLICT',
    );
    for (const input of [
      { name: '  ', visibility: 'PUBLIC' },
      { name: 'Line\r\nBcc: x', visibility: 'PUBLIC' },
      { name: 'Fine', slug: 'Not A Slug', visibility: 'PUBLIC' },
      { name: 'Fine', slug: 'postmaster', visibility: 'PUBLIC' },
      { name: 'Fine', kind: 'TWINNING', visibility: 'PUBLIC' },
    ]) {
      assert.equal(await gemina.refusal(create, { input }, organiser.token), 'BAD_USER_INPUT', JSON.stringify(input));
    }
  });

  it('lets moderators and only them add, remove and lock; a locked thread takes no replies from others', async () => {
    const moderator = await member(gemina.app);
    const guest = await member(gemina.app);
    const group = await aGroup(gemina.app, { visibility: 'PRIVATE', moderatorIds: [moderator.id] });
    const { thread } = await aThread(gemina.app, moderator.id, { groupId: group.id });
    const add = `mutation ($groupId: ID!, $personId: ID!, $moderator: Boolean) { addGroupMember(groupId: $groupId, personId: $personId, moderator: $moderator) { memberCount } }`;
    const remove = `mutation ($groupId: ID!, $personId: ID!) { removeGroupMember(groupId: $groupId, personId: $personId) { memberCount } }`;
    const moderate = `mutation ($input: ModerateThreadInput!) { moderateThread(input: $input) { locked pinned title } }`;

    assert.equal(
      (await gemina.ask(add, { groupId: group.id, personId: guest.id }, moderator.token))['addGroupMember'].memberCount,
      2,
    );
    assert.equal(await gemina.refusal(add, { groupId: group.id, personId: moderator.id }, guest.token), 'FORBIDDEN');
    assert.equal(
      await gemina.refusal(moderate, { input: { threadId: thread.id, locked: true } }, guest.token),
      'FORBIDDEN',
    );
    const locked = await gemina.ask(
      moderate,
      { input: { threadId: thread.id, locked: true, title: 'Settled' } },
      moderator.token,
    );
    assert.deepEqual(locked['moderateThread'], { locked: true, pinned: false, title: 'Settled' });
    assert.equal(
      await gemina.refusal(answer, { input: { threadId: thread.id, body: 'But…' } }, guest.token),
      'FORBIDDEN',
    );
    assert.ok(
      (await gemina.ask(answer, { input: { threadId: thread.id, body: 'Closed.' } }, moderator.token))['reply'].id,
    );
    assert.equal(
      await gemina.refusal(remove, { groupId: group.id, personId: moderator.id }, moderator.token),
      'CONFLICT',
    );
    assert.equal(
      (await gemina.ask(remove, { groupId: group.id, personId: guest.id }, moderator.token))['removeGroupMember']
        .memberCount,
      1,
    );
    assert.equal((await gemina.ask(threadOf, { id: thread.id }, guest.token))['thread'], null);
  });

  it('lets only its author edit a post, its author and moderators remove it, and keeps earlier wordings', async () => {
    const author = await member(gemina.app);
    const other = await member(gemina.app);
    const moderator = await member(gemina.app, { roles: ['MODERATOR'] });
    const group = await aGroup(gemina.app);
    const { thread } = await aThread(gemina.app, other.id, { groupId: group.id });
    const { id: postId } = await aReply(gemina.app, author.id, thread.id, 'First words');
    const edit = `mutation ($input: EditPostInput!) { editPost(input: $input) { body html editedAt revisions { body editor { name } } } }`;
    const remove = `mutation ($id: ID!) { removePost(id: $id, reason: "off topic") { body html removedAt authorName revisions { body } thread { postCount } } }`;

    assert.equal(await gemina.refusal(edit, { input: { postId, body: 'Not mine' } }, other.token), 'FORBIDDEN');
    const edited = (await gemina.ask(edit, { input: { postId, body: '**Better** words' } }, author.token))['editPost'];
    assert.equal(edited.html, '<p><strong>Better</strong> words</p>\n');
    assert.deepEqual(edited.revisions, [{ body: 'First words', editor: { name: author.person.name } }]);
    assert.equal(await gemina.refusal(remove, { id: postId }, other.token), 'FORBIDDEN');
    const removed = (await gemina.ask(remove, { id: postId }, moderator.token))['removePost'];
    assert.deepEqual(
      [removed.body, removed.html, removed.authorName, removed.revisions, removed.thread.postCount],
      ['', '', author.person.name, [], 2],
    );
    assert.ok(removed.removedAt);
    assert.equal(await gemina.refusal(edit, { input: { postId, body: 'Again' } }, author.token), 'INVALID_TRANSITION');
  });

  it("opens a group for each network, moderated by the convenor's focal points", async () => {
    const [focalPoint, reader] = [await member(gemina.app), await member(gemina.app)];
    const city = await aCity(gemina.app);
    await aMembership(gemina.app, { personId: focalPoint.id, bodyId: city.id });
    const network = await aNetwork(gemina.app, { name: 'Cities of the Danube', convenorId: city.id });
    const ask = `query ($id: ID!) { network(id: $id) { group { name slug visibility memberCount viewer { moderator } } } }`;
    const groupFor = async (token: string | null) =>
      (await gemina.ask(ask, { id: network.id }, token))['network'].group;

    for (const end = Date.now() + 10_000; (await groupFor(reader.token)) === null;) assert.ok(Date.now() < end);
    assert.deepEqual(await groupFor(focalPoint.token), {
      name: 'Cities of the Danube',
      slug: 'cities-of-the-danube',
      visibility: 'MEMBERS',
      memberCount: 1,
      viewer: { moderator: true },
    });
    assert.equal((await groupFor(reader.token)).viewer.moderator, false);
    assert.equal(await groupFor(null), null);
  });

  it('answers null for what is no id, beside a thing that is there', async () => {
    const author = await member(gemina.app);
    const { thread } = await aThread(gemina.app, author.id, { groupId: (await aGroup(gemina.app)).id, title: 'There' });

    const answer = await gemina.ask(
      `query ($id: ID!) { none: thread(id: "1' or true") { id } there: thread(id: $id) { title } post(id: "") { id } group(slug: "") { id } }`,
      { id: thread.id },
    );
    assert.deepEqual(answer, { none: null, there: { title: 'There' }, post: null, group: null });
  });

  it('changes only what was said of a group, and its visibility by organisers only', async () => {
    const moderator = await member(gemina.app);
    const organiser = await member(gemina.app, { roles: ['ORGANISER'] });
    const group = await aGroup(gemina.app, {
      name: 'Before',
      about: 'Stays',
      kind: 'WORKING_GROUP',
      visibility: 'PRIVATE',
      moderatorIds: [moderator.id, organiser.id],
    });
    const update = `mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { name about visibility } }`;

    const renamed = await gemina.ask(update, { input: { id: group.id, name: 'After' } }, moderator.token);
    assert.deepEqual(renamed['updateGroup'], { name: 'After', about: 'Stays', visibility: 'PRIVATE' });
    const opening = { input: { id: group.id, visibility: 'PUBLIC' } };
    assert.equal(await gemina.refusal(update, opening, moderator.token), 'FORBIDDEN');
    const opened = await gemina.ask(update, opening, organiser.token);
    assert.deepEqual(opened['updateGroup'], { name: 'After', about: 'Stays', visibility: 'PUBLIC' });
    const attached = await aGroup(gemina.app, {
      kind: 'TWINNING',
      visibility: 'PRIVATE',
      moderatorIds: [organiser.id],
    });
    assert.equal(
      await gemina.refusal(update, { input: { id: attached.id, visibility: 'PUBLIC' } }, organiser.token),
      'FORBIDDEN',
    );
  });
});
