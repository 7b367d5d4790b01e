import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changesBetween, type SessionInVersion } from './agenda-changes.js';

const at = (time: string): Date => new Date(`2019-11-28T${time}:00.000Z`);

const session = (id: string, rest: Partial<SessionInVersion> = {}): SessionInVersion => ({
  id,
  title: `Session ${id}`,
  kind: 'PLENARY',
  startsAt: at('09:00'),
  minutes: 30,
  roomId: null,
  about: null,
  questions: [],
  speakerIds: [],
  speakerNames: [],
  moderatorIds: [],
  moderatorNames: [],
  parallelSet: null,
  capacity: null,
  ...rest,
});

const roomName = (id: string): string => `Room ${id}`;
const between = (last: SessionInVersion[] | null, next: SessionInVersion[]) => changesBetween(last, next, roomName);

describe('changesBetween', () => {
  it('says of the first version only how much there is', () => {
    assert.deepEqual(between(null, [session('a'), session('b')]), [{ what: 'FIRST', count: 2 }]);
  });

  it('finds nothing between equal versions', () => {
    assert.deepEqual(between([session('a')], [session('a')]), []);
  });

  it('tells what came and what went', () => {
    assert.deepEqual(between([session('a')], [session('b', { startsAt: null })]), [
      { what: 'ADDED', title: 'Session b', at: null },
      { what: 'REMOVED', title: 'Session a', at: '2019-11-28T09:00:00.000Z' },
    ]);
  });

  it('tells a session that got its first time from one that moved or lost it', () => {
    assert.deepEqual(between([session('a', { startsAt: null })], [session('a')]), [
      { what: 'SCHEDULED', title: 'Session a', at: '2019-11-28T09:00:00.000Z' },
    ]);
    assert.deepEqual(between([session('a')], [session('a', { startsAt: at('10:00') })]), [
      { what: 'MOVED', title: 'Session a', from: '2019-11-28T09:00:00.000Z', at: '2019-11-28T10:00:00.000Z' },
    ]);
    assert.deepEqual(between([session('a')], [session('a', { startsAt: null })]), [
      { what: 'UNSCHEDULED', title: 'Session a', from: '2019-11-28T09:00:00.000Z' },
    ]);
  });

  it('tells every other difference by its kind, under the new title', () => {
    const next = session('a', {
      title: 'New',
      minutes: 45,
      roomId: 'x',
      speakerNames: ['Anna Bell'],
      questions: ['Why?'],
    });

    assert.deepEqual(between([session('a')], [next]), [
      { what: 'RENAMED', title: 'New', from: 'Session a' },
      { what: 'LENGTH', title: 'New', from: 30, minutes: 45 },
      { what: 'ROOM', title: 'New', from: null, room: 'Room x' },
      { what: 'PEOPLE', title: 'New' },
      { what: 'CONTENT', title: 'New' },
    ]);
  });
});
