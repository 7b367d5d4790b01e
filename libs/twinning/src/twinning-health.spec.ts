import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { healthOf } from './twinning-health.js';
import { TwinningStatus } from './twinning.entity.js';

const now = new Date('2026-11-21T09:00:00Z');
const active = (lastActivity: string) => ({ status: 'ACTIVE' as const, lastActivityAt: new Date(lastActivity) });

describe('the health of a twinning', () => {
  it('is on track while something has happened within 30 days', () => {
    assert.equal(healthOf(active('2026-10-22T09:00:00Z'), now), 'ON_TRACK');
  });

  it('is on track while an exchange lies ahead', () => {
    assert.equal(healthOf(active('2027-06-01T09:00:00Z'), now), 'ON_TRACK');
  });

  it('is quiet after more than 30 days and stalled after more than 75', () => {
    assert.equal(healthOf(active('2026-10-22T08:59:59Z'), now), 'QUIET');
    assert.equal(healthOf(active('2026-09-07T09:00:00Z'), now), 'QUIET');
    assert.equal(healthOf(active('2026-09-07T08:59:59Z'), now), 'STALLED');
  });

  it('is nothing to worry about while a twinning is not active', () => {
    const others = Object.values(TwinningStatus).filter((status) => status !== 'ACTIVE');

    for (const status of others) {
      assert.equal(healthOf({ status, lastActivityAt: new Date('2020-01-01T00:00:00Z') }, now), 'ON_TRACK');
    }
  });
});
