import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { GroupMembers } from '#discussions';
import { actorOf, aGroup, aThread } from '#discussions/testing';
import { type Member, member } from '#people/testing';
import { type Data, type Gemina, Relay, startGemina } from '../harness/index.js';
import { FickleRelay } from './mail/fickle-relay.js';
import { until } from './mail/until.js';

describe('mail on its way out', () => {
  const relay = new Relay();
  let fickle: FickleRelay;
  let gemina: Gemina;
  let ana: Member;
  let bo: Member;
  let groupId: string;

  before(async () => {
    fickle = new FickleRelay(Number(new URL(await relay.listen()).port));
    gemina = await startGemina({ GEMINA_RELAY_URL: await fickle.listen() });
  });
  after(async () => {
    await gemina.stop();
    await fickle.close();
    await relay.close();
  });
  beforeEach(async () => {
    fickle.mood = 'THROUGH';
    relay.mails.length = 0;
    ana = await member(gemina.app);
    bo = await member(gemina.app);
    groupId = (await aGroup(gemina.app, { visibility: 'PRIVATE', memberIds: [ana.id, bo.id] })).id;
  });

  const start = async (title: string) => (await aThread(gemina.app, ana.id, { groupId, title, body: 'words' })).post;
  const mailsToBo = () => relay.mails.filter(({ to }) => to === bo.email);
  const trace = async (postId: string): Promise<Data> => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Post { delivery { recipients delivered waiting failed } } } }`;
    return (await gemina.ask(query, { id: postId }, bo.token)).node.delivery;
  };

  it('shows every reader how far it got', async () => {
    const post = await start('Arrives');

    await until(async () => (await trace(post.id)).delivered === 1, 'the delivery');
    assert.deepEqual(await trace(post.id), { recipients: 1, delivered: 1, waiting: 0, failed: 0 });
  });

  it('ends where the relay says that there is no such mailbox', async () => {
    relay.answers.push({ code: 550, text: '5.1.1 no such user' });
    const post = await start('Fails');

    await until(async () => (await trace(post.id)).failed === 1, 'the failure');
    gemina.clock.advance(86_400);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(await trace(post.id), { recipients: 1, delivered: 0, waiting: 0, failed: 1 });
    assert.equal(mailsToBo().length, 0);
  });

  it('is tried again later where the relay puts it off', async () => {
    relay.answers.push({ code: 451, text: '4.7.1 greylisted' });
    const post = await start('Grey');
    await until(() => relay.answers.length === 0, 'the first attempt');
    assert.equal((await trace(post.id)).waiting, 1);

    gemina.clock.advance(120);

    await until(() => mailsToBo().length === 1, 'the mail');
  });

  it('is given up after five days of that', async () => {
    relay.answers.push(...Array.from({ length: 9 }, () => ({ code: 451, text: '4.7.1 not today' })));
    const post = await start('Five days');
    await until(() => relay.answers.length === 8, 'the first attempt');
    gemina.clock.advance(4 * 86_400);
    await until(() => relay.answers.length === 7, 'an attempt after four days');
    assert.equal((await trace(post.id)).failed, 0);

    gemina.clock.advance(86_400);

    await until(async () => (await trace(post.id)).failed === 1, 'the end');
    relay.answers.length = 0;
    assert.deepEqual(await trace(post.id), { recipients: 1, delivered: 0, waiting: 0, failed: 1 });
  });

  it('does not fail because the relay sends us away: that says nothing of the mail', async () => {
    fickle.mood = 'AWAY';
    fickle.hangUp();
    const callers = fickle.callers;
    const post = await start('Away');
    await until(() => fickle.callers > callers, 'the first attempt');
    await until(async () => (await trace(post.id)).waiting === 1, 'the end of the attempt');

    fickle.mood = 'THROUGH';
    gemina.clock.advance(120);

    await until(() => mailsToBo().length === 1, 'the mail');
  });

  it('survives a relay that takes the call and says nothing', { timeout: 90_000 }, async () => {
    fickle.mood = 'SILENT';
    fickle.hangUp();
    const callers = fickle.callers;
    await start('Silence');
    await until(() => fickle.callers > callers, 'the first attempt');
    await new Promise((resolve) => setTimeout(resolve, 32_000));

    fickle.mood = 'THROUGH';
    gemina.clock.advance(120);

    await until(() => mailsToBo().length === 1, 'the mail', 30);
  });

  it('goes to nobody who left the group, or wants no mail, before it went out', async () => {
    relay.answers.push({ code: 451, text: '4.7.1 greylisted' });
    const post = await start('Too late');
    await until(() => relay.answers.length === 0, 'the first attempt');
    await until(async () => (await trace(post.id)).waiting === 1, 'the end of the attempt');
    await gemina.app
      .get(GroupMembers, { strict: false })
      .setDelivery(await actorOf(gemina.app, bo.id), { groupId, delivery: 'NOTHING' });

    gemina.clock.advance(120);

    await until(async () => (await trace(post.id)).recipients === 0, 'the end of the delivery', 20).catch(
      () => undefined,
    );
    assert.equal(mailsToBo().length, 0);
  });
});

describe('mail where no relay is configured', () => {
  it('is kept in the outbox, as it would have gone out', async () => {
    const gemina = await startGemina({ GEMINA_RELAY_URL: '', GEMINA_DEMO: 'on' });
    try {
      const ana = await member(gemina.app);
      const bo = await member(gemina.app);
      const group = await aGroup(gemina.app, { memberIds: [ana.id, bo.id] });
      await aThread(gemina.app, ana.id, { groupId: group.id, title: 'Kept', body: 'words' });
      const shown = async () =>
        ((await (await fetch(`${gemina.url}/outbox.json`)).json()) as { messages: Data[] }).messages;

      await until(async () => (await shown()).length === 1, 'the mail');

      const [message] = await shown();
      assert.deepEqual(
        [message?.['to'], message?.['subject'], message?.['listId']],
        [bo.email, 'Kept', `<${group.slug}.lists.localhost>`],
      );
    } finally {
      await gemina.stop();
    }
  });
});
