import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forecastStarts, type SessionUnderWay } from './agenda-forecast.js';

const at = (time: string, day = 28): Date => new Date(`2019-11-${day}T${time}:00Z`);

const session = (
  id: string,
  startsAt: Date | null,
  minutes: number,
  startedAt?: Date,
  finishedAt?: Date,
): SessionUnderWay => ({
  id,
  startsAt,
  minutes,
  startedAt: startedAt ?? null,
  finishedAt: finishedAt ?? null,
});

const forecast = (sessions: SessionUnderWay[], now: Date) =>
  Object.fromEntries([...forecastStarts(sessions, now)].map(([id, start]) => [id, start.toISOString().slice(8, 16)]));

describe('forecastStarts', () => {
  it('keeps to the plan before anything has begun', () => {
    assert.deepEqual(forecast([session('a', at('09:00'), 30), session('b', at('09:30'), 30)], at('09:20')), {
      a: '28T09:00',
      b: '28T09:30',
    });
  });

  it('hands a late start on to what follows without a gap', () => {
    const sessions = [
      session('a', at('09:00'), 30, at('09:10')),
      session('b', at('09:30'), 30),
      session('c', at('10:00'), 30),
    ];

    assert.deepEqual(forecast(sessions, at('09:15')), { b: '28T09:40', c: '28T10:10' });
  });

  it('lets a gap take up the delay', () => {
    const sessions = [session('a', at('09:00'), 30, at('09:10')), session('b', at('10:00'), 30)];

    assert.deepEqual(forecast(sessions, at('09:15')), { b: '28T10:00' });
  });

  it('grows while a session runs over, and stands once it has finished', () => {
    const running = [session('a', at('09:00'), 30, at('09:00')), session('b', at('09:30'), 30)];
    const finished = [session('a', at('09:00'), 30, at('09:00'), at('09:50')), session('b', at('09:30'), 30)];

    assert.deepEqual(forecast(running, at('09:45')), { b: '28T09:45' });
    assert.deepEqual(forecast(finished, at('09:50')), { b: '28T09:50' });
  });

  it('does not begin earlier than planned after a session that was short', () => {
    const sessions = [session('a', at('09:00'), 30, at('09:00'), at('09:10')), session('b', at('09:30'), 30)];

    assert.deepEqual(forecast(sessions, at('09:10')), { b: '28T09:30' });
  });

  it('waits for the last of parallel sessions', () => {
    const sessions = [
      session('a1', at('09:00'), 30, at('09:00'), at('09:30')),
      session('a2', at('09:00'), 30, at('09:20')),
      session('b', at('09:30'), 30),
    ];

    assert.deepEqual(forecast(sessions, at('09:35')), { b: '28T09:50' });
  });

  it('does not wait for a session that was passed over', () => {
    const sessions = [
      session('a', at('09:00'), 30),
      session('b', at('09:30'), 30, at('09:30')),
      session('c', at('10:00'), 30),
    ];

    assert.deepEqual(forecast(sessions, at('09:40')), { c: '28T10:00' });
  });

  it('forgets a late evening overnight', () => {
    const sessions = [session('a', at('19:00'), 120, at('20:00'), at('23:30')), session('b', at('08:30', 29), 30)];

    assert.deepEqual(forecast(sessions, at('23:40')), { b: '29T08:30' });
  });

  it('says nothing of sessions without a time', () => {
    assert.deepEqual(forecast([session('a', null, 30)], at('09:00')), {});
  });
});
