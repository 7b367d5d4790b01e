import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decidePosting, type PostingQuestion } from './posting.policy.js';

const member = { member: true, moderator: false, authenticated: true };
const moderator = { member: true, moderator: true, authenticated: true };
const outsider = { member: false, moderator: false, authenticated: true };
const mail = { recipients: 1, suspectedSpam: false, namesTheList: true };

function outcome(question: Partial<PostingQuestion>): string {
  const decision = decidePosting({ policy: 'MEMBERS_ONLY', visibility: 'MEMBERS', sender: member, mail, ...question });
  return decision.kind === 'POST'
    ? 'POST'
    : decision.kind === 'HOLD'
      ? `HOLD ${decision.reason}`
      : `REFUSE ${decision.refusal.kind}`;
}

describe('who may post by mail', () => {
  it('is every authenticated member, unless the list says otherwise', () => {
    assert.equal(outcome({}), 'POST');
    assert.equal(outcome({ policy: 'MEMBERS_AND_MODERATED_OTHERS' }), 'POST');
    assert.equal(outcome({ policy: 'ALL_MODERATED' }), 'HOLD MODERATED');
    assert.equal(outcome({ policy: 'MODERATORS_ONLY' }), 'REFUSE ONLY_MODERATORS_POST');
  });

  it('is a moderator whatever the list says, also one who is no member', () => {
    for (const policy of [
      'MEMBERS_ONLY',
      'MEMBERS_AND_MODERATED_OTHERS',
      'ALL_MODERATED',
      'MODERATORS_ONLY',
    ] as const) {
      assert.equal(outcome({ policy, sender: moderator }), 'POST');
      assert.equal(outcome({ policy, sender: { ...moderator, member: false } }), 'POST');
    }
  });

  it('is nobody who only writes a member into From', () => {
    for (const sender of [member, moderator]) {
      assert.equal(outcome({ sender: { ...sender, authenticated: false } }), 'HOLD FAILED_AUTHENTICATION');
    }
  });

  it('is no outsider: refused, or held where the list wants to hear others', () => {
    assert.equal(outcome({ sender: outsider }), 'REFUSE NOT_A_MEMBER');
    assert.equal(outcome({ sender: outsider, policy: 'MODERATORS_ONLY' }), 'REFUSE NOT_A_MEMBER');
    const open = { sender: outsider, policy: 'MEMBERS_AND_MODERATED_OTHERS' } as const;
    assert.equal(outcome(open), 'HOLD NOT_A_MEMBER');
    assert.equal(outcome({ ...open, sender: { ...outsider, authenticated: false } }), 'HOLD FAILED_AUTHENTICATION');
    assert.equal(outcome({ ...open, mail: { ...mail, namesTheList: false } }), 'HOLD IMPLICIT_DESTINATION');
    assert.equal(outcome({ ...open, mail: { ...mail, suspectedSpam: true } }), 'HOLD SUSPECTED_SPAM');
    assert.equal(outcome({ ...open, visibility: 'PRIVATE' }), 'REFUSE NOT_A_MEMBER');
  });

  it('waits for a moderator when a member writes what looks like bulk', () => {
    assert.equal(outcome({ mail: { ...mail, recipients: 31 } }), 'HOLD TOO_MANY_RECIPIENTS');
    assert.equal(outcome({ mail: { ...mail, suspectedSpam: true } }), 'HOLD SUSPECTED_SPAM');
    assert.equal(outcome({ mail: { ...mail, namesTheList: false } }), 'POST');
  });
});
