import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import { aGroup, aThread } from '#discussions/testing';
import { MailDns } from '#mailing-lists';
import { type Member, member } from '#people/testing';
import { Database } from '#platform/database';
import { type Gemina, startGemina } from '../harness/index.js';
import { DnsServer } from './mail/dns-server.js';
import { RawSmtp } from './mail/raw-smtp.js';
import { until } from './mail/until.js';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

describe('whose mail is believed, on a host that trusts no other', () => {
  let gemina: Gemina;
  let ana: Member;
  let bo: Member;
  let group: { id: string; slug: string };
  const dns = new DnsServer();

  before(async () => {
    gemina = await startGemina({ GEMINA_TRUSTED_HOSTS: '192.0.2.1' });
    gemina.app.get(MailDns, { strict: false }).useServers([await dns.listen()]);
    dns.records.set('s1._domainkey.graz.example', `v=DKIM1; k=rsa; p=${publicKey}`);
    dns.records.set('_dmarc.graz.example', 'v=DMARC1; p=reject');
    ana = await member(gemina.app, { email: 'ana@graz.example' });
    bo = await member(gemina.app);
    group = await aGroup(gemina.app, { visibility: 'PRIVATE', memberIds: [ana.id], moderatorIds: [bo.id] });
  });
  after(async () => {
    await gemina.stop();
    await dns.close();
  });

  interface Decided {
    status: string;
    holdReason: string | null;
    refusal: string | null;
    verdict: { verdict: string; by: string | null } | null;
  }

  async function decided(subject: string): Promise<Decided> {
    const database = gemina.app.get(Database);
    const find = () =>
      database.one<Decided>(
        `select status, hold_reason as "holdReason", refusal, authentication as verdict from inbound_message where subject = $1`,
        [subject],
      );
    await until(async () => (await find()) !== null, `what becomes of ${subject}`);
    const found = await find();
    assert.ok(found);
    return found;
  }

  function client(dkim: boolean) {
    return createTransport({
      host: '127.0.0.1',
      port: gemina.smtpPort,
      ignoreTLS: true,
      name: 'mx.graz.example',
      ...(dkim ? { dkim: { domainName: 'graz.example', keySelector: 's1', privateKey } } : {}),
    });
  }

  it('posts what the sender’s domain has signed', async () => {
    await client(true).sendMail({
      from: ana.email,
      to: `${group.slug}@lists.localhost`,
      subject: 'signed',
      text: 'words',
    });

    const { status, verdict } = await decided('signed');
    assert.deepEqual([status, verdict?.verdict, verdict?.by], ['POSTED', 'AUTHENTICATED', 'DMARC']);
  });

  it('holds what only says that it is from a member, and mails nobody about it', async () => {
    gemina.relay.mails.length = 0;
    await client(false).sendMail({
      from: ana.email,
      to: `${group.slug}@lists.localhost`,
      subject: 'forged',
      text: 'Send money',
    });

    const { status, holdReason } = await decided('forged');
    assert.deepEqual([status, holdReason], ['HELD', 'FAILED_AUTHENTICATION']);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    assert.equal(gemina.relay.mails.filter(({ mail }) => mail.subject === 'forged').length, 0);
  });

  it('lets an outsider into no private thread, by its address or by a Message-ID, and does not answer', async () => {
    const { thread, post } = await aThread(gemina.app, ana.id, { groupId: group.id, title: 'Private', body: 'words' });
    const { node } = await gemina.ask(
      `query ($id: ID!) { node(id: $id) { ... on Thread { address } } }`,
      { id: thread.id },
      ana.token,
    );
    dns.records.set('s1._domainkey.outside.example', `v=DKIM1; k=rsa; p=${publicKey}`);
    const outside = createTransport({
      host: '127.0.0.1',
      port: gemina.smtpPort,
      ignoreTLS: true,
      dkim: { domainName: 'outside.example', keySelector: 's1', privateKey },
    });

    await outside.sendMail({
      from: 'eve@outside.example',
      to: node.address,
      inReplyTo: post.messageId,
      subject: 'let me in',
      text: 'words',
    });

    assert.deepEqual(
      [(await decided('let me in')).status, (await decided('let me in')).refusal],
      ['REFUSED', 'NOT_A_MEMBER'],
    );
    await new Promise((resolve) => setTimeout(resolve, 1200));
    assert.equal(gemina.relay.mails.filter(({ to }) => to === 'eve@outside.example').length, 0);
  });

  it('takes a final bounce as the end of a delivery, and a forged one not at all', async () => {
    gemina.relay.mails.length = 0;
    const { post } = await aThread(gemina.app, ana.id, { groupId: group.id, title: 'Bounces', body: 'words' });
    await until(() => gemina.relay.mails.length > 0, 'the mail');
    const returnPath = gemina.relay.mails[0]?.from ?? '';
    const report = [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nNo such user.',
      '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n',
      '--b--',
    ].join('\r\n');
    const trace = async () =>
      (
        await gemina.ask(
          `query ($id: ID!) { node(id: $id) { ... on Post { delivery { recipients delivered failed } } } }`,
          { id: post.id },
          ana.token,
        )
      ).node.delivery;
    await until(async () => (await trace()).delivered === 1, 'the delivery');
    const smtp = await RawSmtp.connect(gemina.smtpPort);

    const forged = returnPath.replace(/.(?=@)/, (letter) => (letter === 'a' ? 'b' : 'a'));
    assert.match(await smtp.mail('', forged, report), /^550 5\.1\.1/);
    assert.match(await smtp.mail('', returnPath, report), /^250/);

    await until(async () => (await trace()).failed === 1, 'the bounce');
    assert.deepEqual(await trace(), { recipients: 1, delivered: 0, failed: 1 });
    smtp.close();
  });

  it('speaks LMTP too, with one answer for each recipient', async () => {
    const lmtp = await RawSmtp.connect(gemina.config.lmtpPort);
    await lmtp.say('LHLO mx.graz.example');
    await lmtp.say(`MAIL FROM:<${ana.email}>`);
    assert.match(await lmtp.say(`RCPT TO:<${group.slug}@lists.localhost>`), /^250/);
    assert.match(await lmtp.say('RCPT TO:<nothing@lists.localhost>'), /^550/);
    assert.match(await lmtp.say('DATA'), /^354/);

    assert.match(await lmtp.say(`From: ${ana.email}\r\nSubject: by lmtp\r\n\r\nwords\r\n.`), /^250/);

    assert.equal((await decided('by lmtp')).status, 'HELD');
    lmtp.close();
  });
});
