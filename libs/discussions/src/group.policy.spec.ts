import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Actor, type PlatformRole } from '#platform/access';
import { groupPolicy, type Standing } from './group.policy.js';

const somebody = (roles: PlatformRole[] = [], verified = true): Actor =>
  Actor.of({
    personId: '0193b7a4-7f1e-7c3c-9a55-0e6b5d1f2a3b',
    credentialId: null,
    name: 'Ada',
    locale: 'en',
    timeZone: 'UTC',
    verified,
    roles,
    standings: [],
  });
const outsideOf = (visibility: Standing['visibility']): Standing => ({ visibility, membership: null });
const insideOf = (visibility: Standing['visibility'], moderator = false): Standing => ({
  visibility,
  membership: { moderator },
});

describe('who may do what in groups', () => {
  it('joins and posts: verified people in what they can find, members in private groups', () => {
    for (const visibility of ['PUBLIC', 'MEMBERS'] as const) {
      assert.equal(groupPolicy.join(somebody(), outsideOf(visibility)), true);
      assert.equal(groupPolicy.post(somebody(), outsideOf(visibility)), true);
      assert.equal(groupPolicy.post(somebody([], false), outsideOf(visibility)), false);
    }
    assert.equal(groupPolicy.join(somebody(['ADMIN']), outsideOf('PRIVATE')), false);
    assert.equal(groupPolicy.post(somebody(['ADMIN']), outsideOf('PRIVATE')), false);
    assert.equal(groupPolicy.post(somebody(), insideOf('PRIVATE')), true);
    assert.equal(groupPolicy.post(Actor.nobody, outsideOf('PUBLIC')), false);
  });

  it("moderates: the group's moderators, and the platform's where the group is not private", () => {
    assert.equal(groupPolicy.moderate(somebody(), insideOf('PRIVATE', true)), true);
    assert.equal(groupPolicy.moderate(somebody(), insideOf('PUBLIC')), false);
    for (const role of ['MODERATOR', 'ADMIN'] as const) {
      assert.equal(groupPolicy.moderate(somebody([role]), outsideOf('MEMBERS')), true);
      assert.equal(groupPolicy.moderate(somebody([role]), insideOf('PRIVATE')), false);
    }
    assert.equal(groupPolicy.moderate(somebody(['ORGANISER']), outsideOf('PUBLIC')), false);
  });

  it('opens: organisers and administrators any group, others private working groups', () => {
    for (const role of ['ORGANISER', 'ADMIN'] as const) {
      assert.equal(groupPolicy.create(somebody([role]), 'COMMUNITY', 'PUBLIC'), true);
    }
    assert.equal(groupPolicy.create(somebody(), 'WORKING_GROUP', 'PRIVATE'), true);
    assert.equal(groupPolicy.create(somebody(), 'WORKING_GROUP', 'MEMBERS'), false);
    assert.equal(groupPolicy.create(somebody(), 'COMMUNITY', 'PRIVATE'), false);
    assert.equal(groupPolicy.create(somebody([], false), 'WORKING_GROUP', 'PRIVATE'), false);
  });
});
