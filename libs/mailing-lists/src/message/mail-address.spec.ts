import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromBase32, toBase32 } from './compact-base32.js';
import { MailAddresses } from './mail-address.js';

const addresses = new MailAddresses({ domain: 'Lists.Example', secret: 'a secret of thirty-two bytes ....' });
const slug = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/);
const token = fc.stringMatching(/^[a-z0-9]{26}$/);

describe('mail addresses', () => {
  it('reads back every address it builds', () => {
    fc.assert(
      fc.property(slug, fc.uuid(), token, (group, id, secret) => {
        assert.deepEqual(addresses.parse(addresses.list(group)), { kind: 'list', group });
        for (const kind of ['join', 'leave', 'owner'] as const) {
          assert.deepEqual(addresses.parse(addresses.command(group, kind)), { kind, group });
        }
        const thread = addresses.parse(addresses.thread(group, id));
        assert.ok(thread?.kind === 'thread' && thread.threadId === id && addresses.belongsTo(thread, group));
        const confirm = addresses.parse(addresses.confirm(group, secret));
        assert.ok(confirm?.kind === 'confirm' && confirm.token === secret && addresses.belongsTo(confirm, group));
        const bounces = addresses.parse(addresses.bounces(group, id));
        assert.ok(bounces?.kind === 'bounces' && bounces.deliveryId === id && addresses.belongsTo(bounces, group));
      }),
    );
  });

  it('keeps every local part within the 64 octets of RFC 5321', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,58}$/), fc.uuid(), token, (group, id, secret) => {
        const built = [addresses.thread(group, id), addresses.bounces(group, id), addresses.confirm(group, secret)];
        for (const address of built) assert.ok(address.lastIndexOf('@') <= 64, address);
      }),
    );
  });

  it('reads an address whose case was changed on the way', () => {
    const id = '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c11';

    const read = addresses.parse(addresses.bounces('housing', id).toUpperCase());

    assert.deepEqual(read, { kind: 'bounces', group: 'housing', deliveryId: id });
  });

  it('does not believe a return path that another installation or a guess made', () => {
    const others = new MailAddresses({ domain: 'lists.example', secret: 'another secret' });
    const id = '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c11';

    assert.equal(addresses.parse(others.bounces('housing', id)), null);
  });

  it('has no meaning for foreign domains, unknown commands and damaged ids', () => {
    const strange = [
      'housing@elsewhere.example',
      'housing@lists.example.evil.example',
      '@lists.example',
      'housing+@lists.example',
      'housing+subscribe@lists.example',
      'housing+t-short@lists.example',
      'housing+t-@lists.example',
      'housing+join+join@lists.example',
      'housing+confirm-@lists.example',
      'ho using@lists.example',
      '-housing@lists.example',
      'housing',
      '',
    ];

    for (const address of strange) assert.equal(addresses.parse(address), null, address);
  });

  it('does not take the slug of another group for a cut one', () => {
    const thread = addresses.parse(addresses.thread('housing', '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c11'));

    assert.ok(thread && addresses.belongsTo(thread, 'housing') && !addresses.belongsTo(thread, 'housing-first'));
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void addresses.parse(`${text}@lists.example`)));
  });
});

describe('compact base32', () => {
  it('round-trips bytes and has one spelling for each value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => assert.deepEqual(fromBase32(toBase32(bytes)), bytes)),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z2-7]{0,40}$/), (text) => {
        const bytes = fromBase32(text);
        if (bytes !== null) assert.equal(toBase32(bytes), text);
      }),
    );
  });
});
