import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFailure, type Attempts, forgottenAfterSeconds } from './attempt-waits.js';

const patience = { free: 3, firstWaitSeconds: 10, longestWaitSeconds: 60 };
const start = new Date('2026-11-21T12:00:00Z');
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);
const none: Attempts = { failures: 0, failedAt: start, openAt: start };

/** The waits after each of so many failures, one second apart. */
function waits(count: number): number[] {
  let standing = none;
  return Array.from({ length: count }, (_, nr) => {
    const now = later(start, nr);
    standing = afterFailure(standing, patience, now);
    return (standing.openAt.getTime() - now.getTime()) / 1000;
  });
}

describe('waits after failed attempts', () => {
  it('are none at first, then double up to the longest', () => {
    assert.deepEqual(waits(8), [0, 0, 0, 10, 20, 40, 60, 60]);
  });

  it('stay at the longest however often it fails', () => {
    assert.equal(waits(5000).at(-1), 60);
  });

  it('begin again once nothing has failed for a day', () => {
    const many: Attempts = { failures: 9, failedAt: start, openAt: start };
    assert.equal(afterFailure(many, patience, later(start, forgottenAfterSeconds)).failures, 10);
    assert.equal(afterFailure(many, patience, later(start, forgottenAfterSeconds + 1)).failures, 1);
  });
});
