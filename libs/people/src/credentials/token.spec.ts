import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashOfToken, isToken, newToken } from './token.js';

describe('tokens', () => {
  it('carry 256 bits behind a prefix that says what they are for', () => {
    const tokens = Array.from({ length: 100 }, () => newToken('access'));
    assert.equal(new Set(tokens).size, 100);
    assert.ok(tokens.every((token) => isToken('access', token) && !isToken('session', token)));
    assert.equal(Buffer.from(tokens[0]?.slice(3) ?? '', 'base64url').length, 32);
  });

  it('are kept as SHA-256', () => {
    assert.equal(
      hashOfToken('gs_abc').toString('hex'),
      '7a0bd416b49c673561bf48c938735f8aed71eaf1594668242f4f56ff850c7bc3',
    );
  });

  it('are none where a text only looks like one', () => {
    for (const text of [
      '',
      'gs_',
      'gs_short',
      `${newToken('session')}x`,
      `gx_${'a'.repeat(43)}`,
      ` ${newToken('session')}`,
    ]) {
      assert.equal(isToken('session', text), false);
    }
  });
});
