import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bounceKind } from './bounce-status.js';

const report = (text: string) => ({ reports: [{ mediaType: 'message/delivery-status', text }], text: '' });

describe('what a bounce says of the address', () => {
  it('is final for a failure with a permanent status', () => {
    assert.equal(
      bounceKind(report('Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1\n')),
      'HARD',
    );
    assert.equal(bounceKind({ reports: [], text: 'The host said: 550 5.1.1 User unknown' }), 'HARD');
  });

  it('is not for a delay, a full mailbox for now, a relayed notice, or words that cannot be read', () => {
    assert.equal(bounceKind(report('Action: delayed\nStatus: 4.4.1')), 'SOFT');
    assert.equal(bounceKind(report('Action: failed\nStatus: 4.2.2')), 'SOFT');
    assert.equal(bounceKind(report('Action: relayed\nStatus: 5.0.0')), 'SOFT');
    assert.equal(bounceKind({ reports: [], text: 'Something went wrong. Room 550.' }), 'SOFT');
  });
});
