import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.js';

const secret = 'a secret of thirty-two bytes ....';

describe('unsubscribe tokens', () => {
  it('say again whose mail from which list they end', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (personId, groupId) => {
        assert.deepEqual(readUnsubscribeToken(unsubscribeToken({ personId, groupId }, secret), secret), {
          personId,
          groupId,
        });
      }),
    );
  });

  it('are believed only as they were signed', () => {
    const token = unsubscribeToken(
      { personId: '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c11', groupId: '0192f0c1-7a55-7c3e-9d1b-2f6f0a4b8c12' },
      secret,
    );

    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      assert.equal(readUnsubscribeToken(token.slice(0, at) + other + token.slice(at + 1), secret), null);
    }
    assert.equal(readUnsubscribeToken(token, 'another secret'), null);
    fc.assert(fc.property(fc.string(), (text) => readUnsubscribeToken(text, secret) === null));
  });
});
