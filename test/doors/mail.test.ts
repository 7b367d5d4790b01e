import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { actorOf, aGroup, aThread } from '#discussions/testing';
import { GroupMembers } from '#discussions';
import { type Member, member } from '#people/testing';
import { until } from './mail/until.js';
import { type Gemina, type RelayedMail, startGemina } from '../harness/index.js';

describe('one conversation, by web and by mail', () => {
  let gemina: Gemina;
  let ana: Member;
  let bo: Member;
  let group: { id: string; slug: string };

  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());
  beforeEach(async () => {
    ana = await member(gemina.app, { name: 'Ana Müller', locale: 'de', timeZone: 'Europe/Vienna' });
    bo = await member(gemina.app, { name: 'Bo Berg', locale: 'en' });
    group = await aGroup(gemina.app, { name: `Housing ${ana.id}`, visibility: 'PRIVATE', memberIds: [ana.id, bo.id] });
    gemina.relay.mails.length = 0;
  });

  const listAddress = () => `${group.slug}@lists.localhost`;
  const mailsTo = (email: string) => gemina.relay.mails.filter((mail) => mail.to === email);

  async function send(mail: SendMailOptions): Promise<string> {
    const client = createTransport({ host: '127.0.0.1', port: gemina.smtpPort, ignoreTLS: true });
    const { response } = await client.sendMail(mail);
    client.close();
    return response;
  }

  async function mailTo(email: string): Promise<RelayedMail> {
    await until(() => mailsTo(email).length > 0, `a mail to ${email}`);
    const [mail] = mailsTo(email);
    assert.ok(mail);
    return mail;
  }

  async function posts(token: string): Promise<
    {
      body: string;
      quoted: string | null;
      origin: string;
      messageId: string;
      authorName: string;
      thread: { id: string; title: string; address: string };
    }[]
  > {
    const { group: found } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { threads { nodes { posts { nodes { body quoted origin messageId authorName thread { id title address } } } } } } }`,
      { id: group.id },
      token,
    );
    return found.threads.nodes.flatMap((thread: { posts: { nodes: unknown[] } }) => thread.posts.nodes);
  }

  it('mails a post on the web to the others, and to them only, once', async () => {
    await aThread(gemina.app, ana.id, {
      groupId: group.id,
      title: 'Who pays for the key?',
      body: 'We do, **mostly**.',
    });

    const mail = await mailTo(bo.email);

    assert.equal(mail.mail.subject, 'Who pays for the key?');
    assert.equal(mail.mail.from?.name, `Ana Müller via Housing ${ana.id}`);
    assert.match(mail.from, /\+bounces-/);
    assert.match(mail.mail.text ?? '', /^We do, \*\*mostly\*\*\./);
    for (const name of [
      'message-id',
      'list-id',
      'list-post',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'list-archive',
      'archived-at',
      'x-gemina-post',
    ]) {
      assert.ok(mail.header(name), name);
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(gemina.relay.mails.length, 1);
  });

  it('takes the answer to that mail into the thread, and mails it on with its own Message-ID', async () => {
    await aThread(gemina.app, ana.id, { groupId: group.id, title: 'Who pays?', body: 'Do you know?' });
    const mail = await mailTo(bo.email);

    const response = await send({
      from: `Bo Berg <${bo.email}>`,
      to: mail.mail.replyTo?.[0]?.address,
      subject: 'Re: Who pays?',
      messageId: `<answer-${bo.id}@city.example>`,
      inReplyTo: mail.header('message-id'),
      references: mail.header('references') ?? mail.header('message-id'),
      text: 'We do.\n\nOn Sat, 21 Nov 2026 at 18:33, Ana Müller wrote:\n> Do you know?\n',
    });

    assert.match(response, /^250/);
    const back = await mailTo(ana.email);
    assert.equal(back.header('message-id'), `<answer-${bo.id}@city.example>`);
    assert.equal(back.header('in-reply-to'), mail.header('message-id'));
    assert.match(back.mail.text ?? '', /Im Web lesen und antworten/);
    const [, answer] = await posts(ana.token);
    assert.ok(answer);
    assert.deepEqual([answer.body, answer.origin, answer.authorName], ['We do.', 'EMAIL', 'Bo Berg']);
    assert.match(answer.quoted ?? '', /> Do you know\?/);
  });

  it('starts a thread by a mail to the list, shown live', async () => {
    const live = await gemina.subscribe(
      `subscription ($id: ID!) { groupActivity(groupId: $id) { ... on PostAdded { post { body authorName } } } }`,
      { id: group.id },
      ana.token,
    );

    await send({ from: bo.email, to: listAddress(), subject: `Re: [Housing] New keys`, text: 'Hello' });

    const seen = [await live.next(), await live.next()].map((answer) => answer.data?.groupActivity);
    assert.deepEqual(seen.find((event) => event.post)?.post, { body: 'Hello', authorName: 'Bo Berg' });
    assert.equal((await posts(ana.token))[0]?.thread.title, 'New keys');
  });

  it('threads by Message-ID inside the addressed group, and by nothing outside of it', async () => {
    const { thread, post } = await aThread(gemina.app, ana.id, {
      groupId: group.id,
      title: 'Ours',
      body: 'private words',
    });
    const other = await aGroup(gemina.app, { name: `Other ${bo.id}`, visibility: 'MEMBERS', memberIds: [bo.id] });
    const eve = await member(gemina.app);
    await gemina.app.get(GroupMembers, { strict: false }).join(await actorOf(gemina.app, eve.id), other.id);

    await send({
      from: bo.email,
      to: listAddress(),
      subject: 'other words',
      inReplyTo: post.messageId,
      text: 'by header',
    });
    await send({
      from: eve.email,
      to: `${other.slug}@lists.localhost`,
      subject: 'Re: Ours',
      inReplyTo: post.messageId,
      text: 'from outside',
    });

    await until(async () => (await posts(ana.token)).length === 2, 'the answer');
    const answer = (await posts(ana.token)).find(({ body }) => body === 'by header');
    assert.equal(answer?.thread.id, thread.id);
    await mailTo(bo.email);
    assert.ok(!(await posts(ana.token)).some(({ body }) => body === 'from outside'));
  });

  it('takes the same mail twice, and to both addresses, as one', async () => {
    const { thread } = await aThread(gemina.app, ana.id, { groupId: group.id, title: 'Twice', body: 'first' });
    const shown = (await posts(ana.token))[0]?.thread;
    assert.equal(shown?.id, thread.id);
    const mail = {
      from: bo.email,
      to: [listAddress(), shown.address],
      subject: 'Re: Twice',
      messageId: `<twice-${bo.id}@city.example>`,
      text: 'once',
    };

    await send(mail);
    await send(mail);

    await mailTo(ana.email);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual((await posts(ana.token)).map(({ body }) => body).sort(), ['first', 'once']);
    assert.equal(mailsTo(ana.email).length, 1);
  });

  it('keeps attachments and turns HTML into words', async () => {
    await send({
      from: bo.email,
      to: listAddress(),
      subject: 'Plan',
      html: '<p>See <b>this</b> plan</p><script>alert(1)</script>',
      attachments: [{ filename: '../plan.txt', content: 'the plan' }],
    });

    await until(async () => (await posts(ana.token)).length === 1, 'the post');
    const { group: found } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { threads { nodes { posts { nodes { body attachments { filename size url } } } } } } }`,
      { id: group.id },
      ana.token,
    );
    const [post] = found.threads.nodes[0].posts.nodes;
    assert.equal(post.body, 'See **this** plan');
    assert.deepEqual([post.attachments[0].filename, post.attachments[0].size], ['plan.txt', 8]);
    const path = new URL(post.attachments[0].url).pathname;
    const file = await fetch(`${gemina.url}${path}`, { headers: { authorization: `Bearer ${ana.token}` } });
    assert.equal(await file.text(), 'the plan');
  });

  it('stops at one click from the mail, without signing in', async () => {
    await aThread(gemina.app, ana.id, { groupId: group.id, title: 'One', body: 'first' });
    const link = /<(http[^>]+)>/.exec((await mailTo(bo.email)).header('list-unsubscribe') ?? '')?.[1] ?? '';
    const { pathname, search } = new URL(link);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });

    assert.equal((await fetch(`${gemina.url}${pathname}?token=wrong`, { method: 'POST', body })).status, 410);
    assert.equal((await fetch(`${gemina.url}${pathname}${search}`, { method: 'POST', body })).status, 200);

    const { group: found } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { viewer { delivery } mailingList { subscriberCount } } }`,
      { id: group.id },
      bo.token,
    );
    assert.deepEqual([found.viewer.delivery, found.mailingList.subscriberCount], ['NOTHING', 1]);
    gemina.relay.mails.length = 0;
    await aThread(gemina.app, ana.id, { groupId: group.id, title: 'Two', body: 'second' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(gemina.relay.mails.length, 0);
  });
});
