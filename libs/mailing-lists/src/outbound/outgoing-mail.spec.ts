import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { Language } from '#platform/language';
import { MailAddresses } from '../message/mail-address.js';
import { addressPostMail, composePostMail, type MailPlaces, type PostMail } from './outgoing-mail.js';

const addresses = new MailAddresses({ domain: 'lists.example', secret: 'a secret of thirty-two bytes ....' });
const places: MailPlaces = {
  addresses,
  publicUrl: 'https://gemina.example',
  language: new Language(),
};
const post: PostMail = {
  postId: '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c11',
  threadId: '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c00',
  messageId: '<post-2@lists.example>',
  ancestors: ['<post-1@lists.example>'],
  group: { slug: 'housing', name: 'Housing first' },
  threadTitle: 'Who pays for the key?',
  authorName: 'Ana Müller',
  text: 'We do, **mostly**.',
  html: '<p>We do, <strong>mostly</strong>.</p>',
  writtenAt: new Date('2026-11-21T17:33:00Z'),
};
const recipient = {
  deliveryId: '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8cff',
  email: 'reader@city.example',
  unsubscribeToken: 'tok/en',
};
const readership = { locale: 'en', timeZone: 'Europe/Vienna' };

async function mailFor(change: Partial<PostMail>, reader = readership) {
  const composed = await composePostMail({ ...post, ...change }, reader, places);
  const { raw, envelope } = addressPostMail(composed, recipient, places);
  const read = await PostalMime.parse(raw);
  const field = (name: string) => read.headers.filter((header) => header.key === name).map((header) => header.value);
  return { raw, envelope, read, field };
}

describe('a post by mail', () => {
  it('carries everything that a mail reader, a list tool and a receiver look for', async () => {
    const { read, field, envelope } = await mailFor({});

    assert.deepEqual(read.from, { name: 'Ana Müller via Housing first', address: 'housing@lists.example' });
    assert.equal(read.replyTo?.[0]?.address, addresses.thread('housing', post.threadId));
    assert.equal(read.to?.[0]?.address, 'housing@lists.example');
    assert.equal(read.subject, 'Re: Who pays for the key?');
    assert.equal(read.messageId, '<post-2@lists.example>');
    assert.equal(read.inReplyTo, '<post-1@lists.example>');
    assert.equal(read.references, '<post-1@lists.example>');
    assert.equal(read.date, '2026-11-21T17:33:00.000Z');
    assert.deepEqual(field('list-id'), ['<housing.lists.example>']);
    assert.deepEqual(field('list-post'), ['<mailto:housing@lists.example>']);
    assert.deepEqual(field('list-archive'), ['<https://gemina.example/groups/housing>']);
    assert.deepEqual(field('archived-at'), [`<https://gemina.example/threads/${post.threadId}#post-${post.postId}>`]);
    assert.deepEqual(field('list-unsubscribe'), [
      '<https://gemina.example/unsubscribe?token=tok%2Fen>, <mailto:housing+leave@lists.example>',
    ]);
    assert.deepEqual(field('list-unsubscribe-post'), ['List-Unsubscribe=One-Click']);
    assert.deepEqual(field('x-gemina-post'), [post.postId]);
    assert.deepEqual(field('precedence'), ['list']);
    assert.deepEqual(field('auto-submitted'), []);
    assert.deepEqual(envelope, { from: addresses.bounces('housing', recipient.deliveryId), to: 'reader@city.example' });
  });

  it('speaks the language and the zone of its reader, in text and in HTML', async () => {
    const { read, field } = await mailFor({}, { locale: 'de-AT', timeZone: 'Europe/Vienna' });

    assert.deepEqual(field('content-language'), ['de']);
    assert.equal(read.from?.name, 'Ana Müller über Housing first');
    for (const part of [read.text, read.html]) {
      assert.match(part ?? '', /21\. November 2026.*18:33/);
      assert.match(part ?? '', /Im Web lesen/);
    }
    assert.match(read.text ?? '', /^We do, \*\*mostly\*\*\.\n\n-- \n/);
    assert.match(read.html ?? '', /<p>We do, <strong>mostly<\/strong>\.<\/p>/);
  });

  it('is the same to the byte each time it is composed', async () => {
    const [first, second] = await Promise.all([mailFor({}), mailFor({})]);

    assert.ok(first.raw.equals(second.raw));
  });

  it('starts a thread without Re:, In-Reply-To and References', async () => {
    const { read } = await mailFor({ ancestors: [] });

    assert.equal(read.subject, 'Who pays for the key?');
    assert.equal(read.inReplyTo, undefined);
    assert.equal(read.references, undefined);
  });

  it('keeps the root and the newest of a long chain', async () => {
    const ancestors = Array.from({ length: 500 }, (_, at) => `<post-${at}@lists.example>`);

    const { read } = await mailFor({ ancestors });

    const references = read.references?.split(/\s+/) ?? [];
    assert.equal(references.length, 30);
    assert.equal(references[0], '<post-0@lists.example>');
    assert.equal(references.at(-1), '<post-499@lists.example>');
    assert.equal(read.inReplyTo, '<post-499@lists.example>');
  });

  it('never shows an address as a name', async () => {
    const { read } = await mailFor({ authorName: 'mayor@city.example' });

    assert.equal(read.from?.name, 'mayor at city.example via Housing first');
    assert.equal(read.from?.address, 'housing@lists.example');
  });

  it('lets no name, title or text add a header, whatever is in it', async () => {
    const honest = (await mailFor({})).read.headers.map((header) => header.key).sort();
    const breaks = [
      '\r\n',
      '\n',
      '\r',
      '\0',
      '\u2028',
      '\u0085',
      '\v',
      '=?utf-8?q?=0D=0A?=',
      '\r\n\r\n',
      ', ',
      '"',
      '<',
      ';',
      ':',
    ];
    const hostile = fc
      .array(
        fc.oneof(
          fc.constantFrom(...breaks, 'Bcc: all@victim.example', 'x'.repeat(2000)),
          fc.string({ unit: 'binary' }),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((parts) => parts.join(''));

    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (authorName, threadTitle, name) => {
        const mail = await mailFor({ authorName, threadTitle, text: name, group: { slug: 'housing', name } });
        assert.deepEqual(mail.read.headers.map((header) => header.key).sort(), honest);
        assert.equal(mail.read.from?.address, 'housing@lists.example');
        assert.deepEqual(
          mail.read.to?.map((to) => to.address),
          ['housing@lists.example'],
        );
        const head = mail.raw.subarray(0, mail.raw.indexOf('\r\n\r\n')).toString('latin1');
        assert.doesNotMatch(head.replaceAll('\r\n', ''), /[^\t\x20-\x7e]/);
        for (const line of head.split('\r\n')) assert.ok(line.length <= 998);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out ancestors that are not Message-IDs', async () => {
    const { read } = await mailFor({ ancestors: ['<good@a.example>', '<bad\r\nBcc: x@y.example>', 'worse', '<>'] });

    assert.match(read.references ?? '', /^<good@a\.example>/);
    assert.equal(read.bcc, undefined);
  });
});
