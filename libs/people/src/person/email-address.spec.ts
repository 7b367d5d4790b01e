import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalEmail, requireEmail } from './email-address.js';

describe('canonical e-mail addresses', () => {
  it('are in lower case, with the domain in IDNA ASCII', () => {
    assert.equal(canonicalEmail('  Ada.Lovelace+Mail@Example.ORG '), 'ada.lovelace+mail@example.org');
    assert.equal(canonicalEmail('post@MÜNCHEN.example'), 'post@xn--mnchen-3ya.example');
    assert.equal(canonicalEmail('post@xn--mnchen-3ya.example'), 'post@xn--mnchen-3ya.example');
  });

  it('are the same for composed and decomposed letters', () => {
    assert.equal(canonicalEmail('jos\u00e9@example.org'), canonicalEmail('jose\u0301@example.org'));
  });

  it('keep dots and tags apart, whose meaning is the provider’s', () => {
    assert.notEqual(canonicalEmail('a.b@example.org'), canonicalEmail('ab@example.org'));
    assert.notEqual(canonicalEmail('a+b@example.org'), canonicalEmail('a@example.org'));
  });

  it('are none where mail cannot be sent to the text', () => {
    const bad = [
      '',
      '@',
      'a@',
      '@b.org',
      'a b@c.org',
      'a\r\nb@c.org',
      'a@b@c.org',
      '"a"@b.org',
      'a,b@c.org',
      `${'x'.repeat(65)}@b.org`,
    ];
    assert.deepEqual(
      bad.filter((text) => canonicalEmail(text) !== null),
      [],
    );
    assert.equal(
      canonicalEmail(`a@${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(60)}.${'v'.repeat(20)}.org`),
      null,
    );
    assert.throws(() => requireEmail('nobody'), { code: 'BAD_USER_INPUT', field: 'email' });
  });

  it('stay as they are when they are made canonical again, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' })), (text) => {
        const once = canonicalEmail(text);
        if (once !== null) assert.equal(canonicalEmail(once), once);
      }),
    );
  });
});
