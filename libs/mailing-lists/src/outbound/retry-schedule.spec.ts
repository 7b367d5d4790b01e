import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { giveUpAfterSeconds, nextAttempt } from './retry-schedule.js';

const start = new Date('2026-11-21T12:00:00Z');

describe('when a mail is tried again', () => {
  it('is soon at first, then every four hours, and never after five days', () => {
    const minutes: number[] = [];
    let now = start;
    for (let attempts = 1; ; attempts += 1) {
      const next = nextAttempt(start, now, attempts, 0);
      if (next === null) break;
      minutes.push((next.getTime() - now.getTime()) / 60_000);
      now = next;
    }

    assert.deepEqual(minutes.slice(0, 8), [1, 5, 15, 30, 60, 120, 240, 240]);
    assert.ok(now.getTime() - start.getTime() > (giveUpAfterSeconds - 4 * 3600) * 1000);
  });

  it('always comes later than now, and within five days of the start', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(giveUpAfterSeconds),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, after, spread) => {
          const now = new Date(start.getTime() + after * 1000);
          const next = nextAttempt(start, now, attempts, spread);
          assert.ok(next === null || (next > now && next.getTime() <= start.getTime() + giveUpAfterSeconds * 1000));
        },
      ),
    );
  });
});
