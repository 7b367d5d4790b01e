import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { dkimSign } from 'mailauth';
import { MailWorkshop } from './mail-workshop.js';
import { TrustedHosts } from './trusted-hosts.js';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
const records: Record<string, string> = {
  'TXT s1._domainkey.graz.example': `v=DKIM1; k=rsa; p=${publicKey}`,
  'TXT s1._domainkey.mailer.example': `v=DKIM1; k=rsa; p=${publicKey}`,
  'TXT strict.example': 'v=spf1 ip4:192.0.2.1 -all',
  'TXT _dmarc.strict.example': 'v=DMARC1; p=reject; adkim=s; aspf=s',
  'TXT s1._domainkey.strict.example': `v=DKIM1; k=rsa; p=${publicKey}`,
  'TXT graz.example': 'v=spf1 ip4:192.0.2.1 -all',
  'TXT mailer.example': 'v=spf1 ip4:192.0.2.1 -all',
};

async function resolver(domain: string, type: string): Promise<string[][]> {
  if (domain.endsWith('slow.example')) throw Object.assign(new Error('time out'), { code: 'ETIMEOUT' });
  const record = records[`${type} ${domain}`];
  if (record === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return [[record]];
}

const text = (from: string) =>
  `From: ${from}\r\nTo: housing@lists.example\r\nSubject: Keys\r\nMessage-ID: <1@x.example>\r\n\r\nHello\r\n`;

async function signed(from: string, signingDomain: string): Promise<Buffer> {
  const message = text(from);
  const key = { signingDomain, selector: 's1', privateKey };
  const { signatures } = await dkimSign(message, { ...key, signatureData: [key] });
  return Buffer.from(signatures + message);
}

describe('whether a sender is who From says', () => {
  const workshop = new MailWorkshop({ resolver });
  after(() => workshop.close());
  const elsewhere = { ip: '198.51.100.9', helo: 'mx.elsewhere.example', mailFrom: 'x@elsewhere.example' };
  const verdict = async (raw: Buffer, origin = elsewhere) => {
    const { verdict: outcome, by } = await workshop.authenticate(raw, origin, 'mx.lists.example');
    return [outcome, by];
  };

  it('believes a signature of the same organisation', async () => {
    assert.deepEqual(await verdict(await signed('Ana <ana@housing.graz.example>', 'graz.example')), [
      'AUTHENTICATED',
      'DKIM',
    ]);
  });

  it('does not believe a signature of somebody else, a changed body, or none', async () => {
    const foreign = await signed('ana@graz.example', 'mailer.example');
    const changed = Buffer.from(
      (await signed('ana@graz.example', 'graz.example')).toString().replace('Hello', 'Send money'),
    );

    assert.deepEqual(await verdict(foreign), ['NOT_AUTHENTICATED', null]);
    assert.deepEqual(await verdict(changed), ['NOT_AUTHENTICATED', null]);
    assert.deepEqual(await verdict(Buffer.from(text('ana@graz.example'))), ['NOT_AUTHENTICATED', null]);
  });

  it('believes the host that the very same domain names in SPF, and no other', async () => {
    const raw = Buffer.from(text('ana@graz.example'));
    const from = (mailFrom: string, ip: string) => ({ ip, helo: 'mx.graz.example', mailFrom });

    assert.deepEqual(await verdict(raw, from('ana@graz.example', '192.0.2.1')), ['AUTHENTICATED', 'SPF']);
    assert.deepEqual(await verdict(raw, from('ana@graz.example', '192.0.2.2')), ['NOT_AUTHENTICATED', null]);
    assert.deepEqual(await verdict(raw, from('bulk@mailer.example', '192.0.2.1')), ['NOT_AUTHENTICATED', null]);
  });

  it('goes by DMARC where the domain has it, however strict', async () => {
    const other = await signed('ana@strict.example', 'graz.example');

    assert.deepEqual(await verdict(await signed('ana@strict.example', 'strict.example')), ['AUTHENTICATED', 'DMARC']);
    assert.deepEqual(await verdict(other), ['NOT_AUTHENTICATED', null]);
    assert.deepEqual(await verdict(await signed('ana@sub.strict.example', 'strict.example')), [
      'NOT_AUTHENTICATED',
      null,
    ]);
  });

  it('believes nobody where From stands twice or names two', async () => {
    const twice = Buffer.concat([
      Buffer.from('From: boss@graz.example\r\n'),
      await signed('ana@graz.example', 'graz.example'),
    ]);
    const two = await signed('ana@graz.example, boss@graz.example', 'graz.example');

    assert.deepEqual(await verdict(twice), ['NOT_AUTHENTICATED', null]);
    assert.deepEqual(await verdict(two), ['NOT_AUTHENTICATED', null]);
  });

  it('wants another try when the DNS does not answer', async () => {
    const raw = await signed('ana@slow.example', 'slow.example');

    assert.deepEqual(await verdict(raw), ['UNKNOWN', null]);
  });
});

describe('trusted hosts', () => {
  it('knows addresses and networks of both families, and IPv4 in IPv6 clothes', () => {
    const hosts = new TrustedHosts(['127.0.0.0/8', '::1', '2001:db8::/32', '192.0.2.7']);

    for (const ip of ['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1', '2001:db8:1::5', '192.0.2.7'])
      assert.ok(hosts.has(ip), ip);
    for (const ip of ['128.0.0.1', '::2', '192.0.2.8', '', 'localhost']) assert.ok(!hosts.has(ip), ip);
  });

  it('names what it cannot read', () => {
    for (const network of ['localhost', '127.0.0.0/33', '127.0.0.0/', '1.2.3.4/8/8', '::1/129', '']) {
      assert.throws(() => new TrustedHosts([network]), RangeError, network);
    }
  });
});
