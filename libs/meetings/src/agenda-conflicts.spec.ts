import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findConflicts, type Programme, type SessionInProgramme } from './agenda-conflicts.js';

const day = (time: string): Date => new Date(`2019-11-28T${time}:00Z`);

const session = (
  id: string,
  startsAt: string | null,
  minutes: number,
  rest: Partial<SessionInProgramme> = {},
): SessionInProgramme => ({
  id,
  title: id.toUpperCase(),
  startsAt: startsAt === null ? null : day(startsAt),
  minutes,
  roomId: null,
  speakerIds: [],
  moderatorIds: [],
  capacity: null,
  needs: [],
  standingItemId: null,
  ...rest,
});

const programme = (sessions: SessionInProgramme[], rest: Partial<Programme> = {}): Programme => ({
  startsAt: day('08:00'),
  endsAt: day('17:00'),
  sessions,
  rooms: [{ id: 'hall', name: 'Hall', capacity: 40, features: ['Induction loop'] }],
  standingItems: [],
  ...rest,
});

const kinds = (given: Programme) =>
  findConflicts(given).map(({ kind, sessionIds }) => `${kind} ${sessionIds.join(' ')}`.trim());

describe('findConflicts', () => {
  it('finds two sessions that overlap in one room, also where one lies within the other', () => {
    const inHall = { roomId: 'hall' };
    const found = kinds(
      programme([
        session('a', '09:00', 60, inHall),
        session('b', '09:59', 30, inHall),
        session('c', '09:10', 5, inHall),
      ]),
    );

    assert.deepEqual(found, ['ROOM_CLASH a c', 'ROOM_CLASH a b']);
  });

  it('lets a session begin in a room at the moment at which another ends there', () => {
    const found = kinds(
      programme([session('a', '09:00', 60, { roomId: 'hall' }), session('b', '10:00', 30, { roomId: 'hall' })]),
    );

    assert.deepEqual(found, []);
  });

  it('finds a person in two sessions at once, whether they speak or moderate', () => {
    const found = findConflicts(
      programme([
        session('a', '09:00', 60, { speakerIds: ['anna'] }),
        session('b', '09:30', 60, { moderatorIds: ['anna'] }),
      ]),
    );

    assert.deepEqual(found, [{ kind: 'PERSON_CLASH', personId: 'anna', titles: ['A', 'B'], sessionIds: ['a', 'b'] }]);
  });

  it('takes a person who speaks and moderates in one session for one person in one place', () => {
    assert.deepEqual(
      kinds(programme([session('a', '09:00', 60, { speakerIds: ['anna'], moderatorIds: ['anna'] })])),
      [],
    );
  });

  it('finds what begins before or ends after the meeting, to the minute', () => {
    const found = kinds(programme([session('a', '07:59', 10), session('b', '16:00', 60), session('c', '16:00', 61)]));

    assert.deepEqual(found, ['OUTSIDE_MEETING a', 'OUTSIDE_MEETING c']);
  });

  it('asks nothing of a meeting without dates', () => {
    assert.deepEqual(kinds(programme([session('a', '07:00', 10)], { startsAt: null, endsAt: null })), []);
  });

  it('finds rooms that are too small or lack what a session needs, without regard to capitals', () => {
    const found = findConflicts(
      programme([
        session('a', '09:00', 60, { roomId: 'hall', capacity: 41, needs: ['induction loop'] }),
        session('b', '11:00', 60, { roomId: 'hall', capacity: 40, needs: ['interpretation booth'] }),
      ]),
    );

    assert.deepEqual(found, [
      { kind: 'OVER_CAPACITY', title: 'A', wanted: 41, room: 'Hall', capacity: 40, sessionIds: ['a'] },
      { kind: 'MISSING_FEATURE', title: 'B', room: 'Hall', features: ['interpretation booth'], sessionIds: ['b'] },
    ]);
  });

  it('misses a standing item until one of its sessions has a time', () => {
    const standingItems = [{ id: 'exchange', title: 'Exchange of good practices' }];
    const carried = { standingItemId: 'exchange' };

    assert.deepEqual(kinds(programme([], { standingItems })), ['MISSING_STANDING_ITEM']);
    assert.deepEqual(kinds(programme([session('a', null, 60, carried)], { standingItems })), [
      'MISSING_STANDING_ITEM a',
      'UNSCHEDULED a',
    ]);
    assert.deepEqual(kinds(programme([session('a', '09:00', 60, carried)], { standingItems })), []);
  });
});
