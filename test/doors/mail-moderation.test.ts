import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { aGroup } from '#discussions/testing';
import { type Member, member } from '#people/testing';
import { type Data, type Gemina, startGemina } from '../harness/index.js';
import { until } from './mail/until.js';

describe('mail that waits for a moderator', () => {
  let gemina: Gemina;
  let mod: Member;
  let ana: Member;
  let group: { id: string; slug: string };

  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());
  beforeEach(async () => {
    mod = await member(gemina.app, { name: 'Mo Derator' });
    ana = await member(gemina.app, { name: 'Ana Müller' });
    group = await aGroup(gemina.app, {
      name: `Open ${ana.id}`,
      visibility: 'PUBLIC',
      memberIds: [ana.id],
      moderatorIds: [mod.id],
    });
    gemina.relay.mails.length = 0;
  });

  async function send(mail: SendMailOptions): Promise<void> {
    const client = createTransport({ host: '127.0.0.1', port: gemina.smtpPort, ignoreTLS: true });
    await client.sendMail({ to: `${group.slug}@lists.localhost`, ...mail });
    client.close();
  }

  const setPolicy = (policy: string, token = mod.token) =>
    gemina.graphql(
      `mutation ($input: UpdateMailingListInput!) { updateMailingList(input: $input) { policy address listId } }`,
      { input: { groupId: group.id, policy } },
      token,
    );

  async function held(token = mod.token): Promise<Data[]> {
    const answer = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { mailingList { held { totalCount nodes { id from subject excerpt reason } } } } }`,
      { id: group.id },
      token,
    );
    const { totalCount, nodes } = answer.group.mailingList.held;
    assert.equal(totalCount, nodes.length);
    return nodes as Data[];
  }

  async function oneHeld(): Promise<Data> {
    await until(async () => (await held()).length === 1, 'the held mail');
    const [message] = await held();
    assert.ok(message);
    return message;
  }

  const approve = (id: string, token = mod.token) =>
    gemina.graphql(
      `mutation ($id: ID!) { approveHeldMessage(id: $id) { body authorName origin thread { title } } }`,
      { id },
      token,
    );
  const reject = (id: string, reason: string | null, token = mod.token) =>
    gemina.graphql(
      `mutation ($id: ID!, $reason: String) { rejectHeldMessage(id: $id, reason: $reason) }`,
      { id, reason },
      token,
    );
  const mailsTo = (email: string) => gemina.relay.mails.filter(({ to }) => to === email);

  it('is told live, seen by moderators only, and posted in its sender’s name once approved', async () => {
    const answer = await setPolicy('ALL_MODERATED');
    assert.deepEqual(answer.data?.updateMailingList, {
      policy: 'ALL_MODERATED',
      address: `${group.slug}@lists.localhost`,
      listId: `${group.slug}.lists.localhost`,
    });
    const live = await gemina.subscribe(
      `subscription ($id: ID!) { heldMessages(groupId: $id) { subject reason from } }`,
      { id: group.id },
      mod.token,
    );

    await send({ from: `Ana <${ana.email}>`, subject: 'Keys', text: 'Who pays?' });

    assert.deepEqual((await live.next()).data?.heldMessages, {
      subject: 'Keys',
      reason: 'MODERATED',
      from: `Ana <${ana.email}>`,
    });
    const message = await oneHeld();
    assert.equal(message['excerpt'], 'Who pays?');
    const id = message['id'] as string;
    assert.equal((await approve(id, ana.token)).errors?.[0]?.extensions.code, 'NOT_FOUND');
    assert.deepEqual((await approve(id)).data?.approveHeldMessage, {
      body: 'Who pays?',
      authorName: 'Ana Müller',
      origin: 'EMAIL',
      thread: { title: 'Keys' },
    });
    assert.equal((await approve(id)).errors?.[0]?.extensions.code, 'NOT_FOUND');
    assert.deepEqual(await held(), []);
  });

  it('is hidden from everyone else', async () => {
    const query = `query ($id: ID!) { group(id: $id) { mailingList { held { totalCount } } } }`;
    assert.equal(await gemina.refusal(query, { id: group.id }, ana.token), 'FORBIDDEN');
    assert.equal(await gemina.refusal(query, { id: group.id }), 'UNAUTHENTICATED');
    assert.equal((await setPolicy('MODERATORS_ONLY', ana.token)).errors?.[0]?.extensions.code, 'FORBIDDEN');
    const subscribers = `query ($id: ID!) { group(id: $id) { mailingList { subscribers { totalCount nodes { email status person { name } } } } } }`;
    assert.equal(await gemina.refusal(subscribers, { id: group.id }, ana.token), 'FORBIDDEN');
    const { group: seen } = await gemina.ask(subscribers, { id: group.id }, mod.token);
    assert.deepEqual(
      seen.mailingList.subscribers.nodes.map(({ email, status, person }: Data) => [email, status, person.name]).sort(),
      [
        [null, 'ACTIVE', 'Ana Müller'],
        [null, 'ACTIVE', 'Mo Derator'],
      ],
    );
  });

  it('is held from a stranger where the list hears others, and posted by the moderator with the stranger named', async () => {
    await setPolicy('MEMBERS_AND_MODERATED_OTHERS');
    await send({ from: '"Stran *Ger*" <stranger@city.example>', subject: 'Hello', text: 'May I ask?' });
    const message = await oneHeld();
    assert.equal(message['reason'], 'NOT_A_MEMBER');

    const { data } = await approve(message['id'] as string);

    assert.equal(data?.approveHeldMessage.authorName, 'Mo Derator');
    assert.equal(data?.approveHeldMessage.body, '*Stran \\*Ger\\* wrote by mail:*\n\nMay I ask?');
  });

  it('does not subscribe a person who wrote without being a member', async () => {
    await setPolicy('MEMBERS_AND_MODERATED_OTHERS');
    const visitor = await member(gemina.app, { name: 'Vi Sitor' });
    await send({ from: visitor.email, subject: 'Hello', text: 'May I ask?' });

    const { data } = await approve((await oneHeld())['id'] as string);

    assert.equal(data?.approveHeldMessage.authorName, 'Vi Sitor');
    const { group: seen } = await gemina.ask(
      `query ($id: ID!) { group(id: $id) { viewer { delivery } } }`,
      { id: group.id },
      visitor.token,
    );
    assert.equal(seen.viewer.delivery, 'NOTHING');
  });

  it('is rejected with a word to its sender, who gets the text back', async () => {
    await setPolicy('ALL_MODERATED');
    await send({ from: ana.email, subject: 'Keys', text: 'Who pays?', messageId: `<rejected-${ana.id}@city.example>` });
    const id = (await oneHeld())['id'] as string;

    assert.equal((await reject(id, 'Please write in the thread that is there.')).data?.rejectHeldMessage, true);

    await until(() => mailsTo(ana.email).length === 1, 'the word to the sender');
    const [mail] = mailsTo(ana.email);
    assert.match(mail?.mail.text ?? '', /They say: Please write in the thread that is there\./);
    assert.match(mail?.mail.text ?? '', /You wrote:\n\nWho pays\?/);
    assert.equal(mail?.header('in-reply-to'), `<rejected-${ana.id}@city.example>`);
    assert.equal(mail?.header('auto-submitted'), 'auto-replied');
    assert.deepEqual(await held(), []);
    assert.equal((await reject(id, null)).errors?.[0]?.extensions.code, 'NOT_FOUND');
  });

  it('is refused with one polite answer a day where only members or moderators write', async () => {
    const mails = (nr: number) => ({ from: 'stranger-2@city.example', subject: `Hello ${nr}`, text: 'May I?' });
    await send(mails(1));
    await until(() => mailsTo('stranger-2@city.example').length === 1, 'the answer');
    await send(mails(2));
    await setPolicy('MODERATORS_ONLY');
    await send({ from: ana.email, subject: 'Mine', text: 'Words' });

    await until(() => mailsTo(ana.email).length === 1, 'the answer to the member');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(mailsTo('stranger-2@city.example').length, 1);
    assert.match(mailsTo('stranger-2@city.example')[0]?.mail.text ?? '', /Only members of Open .* may write to it\./);
    assert.match(mailsTo(ana.email)[0]?.mail.text ?? '', /Only the moderators of Open/);
    assert.deepEqual(await held(), []);
  });

  it('answers no machine: not a null sender, not an automatic reply, not another list', async () => {
    await send({
      from: 'robot@city.example',
      subject: 'Out of Office: Keys',
      text: 'I am away',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await send({
      from: 'other-list@city.example',
      subject: 'Post',
      text: 'words',
      headers: { 'List-Id': '<other.city.example>' },
    });
    await send({
      from: 'nobody@city.example',
      subject: 'Returned mail',
      text: 'words',
      envelope: { from: '', to: `${group.slug}@lists.localhost` },
    });
    await new Promise((resolve) => setTimeout(resolve, 2000));

    assert.deepEqual(
      gemina.relay.mails.map(({ to }) => to),
      [],
    );
    assert.deepEqual(await held(), []);
  });

  it('joins and leaves by mail, and says so', async () => {
    const eve = await member(gemina.app);
    const delivery = async () =>
      (
        await gemina.ask(
          `query ($id: ID!) { group(id: $id) { viewer { member delivery } } }`,
          { id: group.id },
          eve.token,
        )
      ).group.viewer;

    await send({ from: eve.email, to: `${group.slug}+join@lists.localhost`, subject: '', text: '' });
    await until(async () => (await delivery()).member, 'the membership');
    assert.equal((await delivery()).delivery, 'EVERY_POST');
    await send({ from: eve.email, to: `${group.slug}+leave@lists.localhost`, subject: '', text: '' });

    await until(async () => (await delivery()).delivery === 'NOTHING', 'the end of the mail');
    await until(() => mailsTo(eve.email).length === 2, 'both answers');
    assert.match(mailsTo(eve.email)[0]?.mail.text ?? '', /You are a member of/);
  });

  it('passes mail for the owners on to the moderators', async () => {
    await send({
      from: 'citizen@city.example',
      to: `${group.slug}+owner@lists.localhost`,
      subject: 'A question',
      text: 'How do I join?',
    });

    await until(() => mailsTo(mod.email).length === 1, 'the mail');
    const [mail] = mailsTo(mod.email);
    assert.match(mail?.mail.text ?? '', /How do I join\?/);
    assert.equal(mail?.mail.replyTo?.[0]?.address, 'citizen@city.example');
  });
});
