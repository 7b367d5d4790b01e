/** What the search for conflicts needs to know of a session; unscheduled without a start. */
export interface SessionInProgramme {
  id: string;
  title: string;
  startsAt: Date | null;
  minutes: number;
  roomId: string | null;
  speakerIds: readonly string[];
  moderatorIds: readonly string[];
  capacity: number | null;
  needs: readonly string[];
  standingItemId: string | null;
}

export interface Programme {
  startsAt: Date | null;
  endsAt: Date | null;
  sessions: readonly SessionInProgramme[];
  rooms: readonly { id: string; name: string; capacity: number | null; features: readonly string[] }[];
  standingItems: readonly { id: string; title: string }[];
}

interface WithSessions {
  sessionIds: string[];
}

/** One fault of a programme, with what it takes to say it to somebody. */
export type Conflict = WithSessions &
  (
    | { kind: 'ROOM_CLASH'; room: string; titles: [string, string] }
    | { kind: 'PERSON_CLASH'; personId: string; titles: [string, string] }
    | { kind: 'OUTSIDE_MEETING'; title: string }
    | { kind: 'OVER_CAPACITY'; title: string; wanted: number; room: string; capacity: number }
    | { kind: 'MISSING_FEATURE'; title: string; room: string; features: string[] }
    | { kind: 'MISSING_STANDING_ITEM'; title: string }
    | { kind: 'UNSCHEDULED'; title: string }
  );

type Timed = SessionInProgramme & { startsAt: Date; from: number; until: number };

/**
 * Everything that does not go together in a programme. Times are half-open: a session may begin in the room, and with
 * the speaker, of one that ends at that moment. A standing item is missing until one of its sessions has a time.
 */
export function findConflicts(programme: Programme): Conflict[] {
  const timed = timedSessions(programme.sessions);
  return [
    ...roomClashes(programme, timed),
    ...personClashes(timed),
    ...outside(programme, timed),
    ...unfitRooms(programme),
    ...missingStandingItems(programme),
    ...unscheduled(programme),
  ];
}

function timedSessions(sessions: readonly SessionInProgramme[]): Timed[] {
  return sessions
    .filter((session): session is SessionInProgramme & { startsAt: Date } => session.startsAt !== null)
    .map((session) => {
      const from = session.startsAt.getTime();
      return { ...session, from, until: from + session.minutes * 60_000 };
    })
    .sort((one, two) => one.from - two.from || one.until - two.until);
}

function roomClashes({ rooms }: Programme, timed: readonly Timed[]): Conflict[] {
  return rooms.flatMap(({ id, name }) =>
    overlaps(timed.filter(({ roomId }) => roomId === id)).map(([one, two]): Conflict => ({
      kind: 'ROOM_CLASH',
      room: name,
      titles: [one.title, two.title],
      sessionIds: [one.id, two.id],
    })),
  );
}

/** Speakers and moderators alike: nobody can be in two sessions at once. */
function personClashes(timed: readonly Timed[]): Conflict[] {
  const byPerson = new Map<string, Timed[]>();
  for (const session of timed) {
    for (const personId of new Set([...session.speakerIds, ...session.moderatorIds])) {
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), session]);
    }
  }
  return [...byPerson].flatMap(([personId, sessions]) =>
    overlaps(sessions).map(([one, two]): Conflict => ({
      kind: 'PERSON_CLASH',
      personId,
      titles: [one.title, two.title],
      sessionIds: [one.id, two.id],
    })),
  );
}

/** Each pair that shares a moment; `sessions` are in the order of their starts. */
function overlaps(sessions: readonly Timed[]): [Timed, Timed][] {
  return sessions.flatMap((one, index) =>
    sessions
      .slice(index + 1)
      .filter((two) => two.from < one.until && one.from < two.until)
      .map((two): [Timed, Timed] => [one, two]),
  );
}

function outside({ startsAt, endsAt }: Programme, timed: readonly Timed[]): Conflict[] {
  const begins = startsAt?.getTime() ?? -Infinity;
  const ends = endsAt?.getTime() ?? Infinity;
  return timed
    .filter(({ from, until }) => from < begins || until > ends)
    .map(({ id, title }): Conflict => ({ kind: 'OUTSIDE_MEETING', title, sessionIds: [id] }));
}

function unfitRooms({ sessions, rooms }: Programme): Conflict[] {
  return sessions.flatMap(({ id, title, roomId, capacity: wanted, needs }): Conflict[] => {
    const room = rooms.find((candidate) => candidate.id === roomId);
    if (!room) return [];
    const found: Conflict[] = [];
    if (room.capacity !== null && wanted !== null && wanted > room.capacity) {
      found.push({ kind: 'OVER_CAPACITY', title, wanted, room: room.name, capacity: room.capacity, sessionIds: [id] });
    }
    const offered = new Set(room.features.map((feature) => feature.toLowerCase()));
    const features = needs.filter((need) => !offered.has(need.toLowerCase()));
    if (features.length > 0)
      found.push({ kind: 'MISSING_FEATURE', title, room: room.name, features, sessionIds: [id] });
    return found;
  });
}

function missingStandingItems({ sessions, standingItems }: Programme): Conflict[] {
  return standingItems.flatMap(({ id, title }): Conflict[] => {
    const carried = sessions.filter(({ standingItemId }) => standingItemId === id);
    if (carried.some(({ startsAt }) => startsAt !== null)) return [];
    return [{ kind: 'MISSING_STANDING_ITEM', title, sessionIds: carried.map((session) => session.id) }];
  });
}

function unscheduled({ sessions }: Programme): Conflict[] {
  return sessions
    .filter(({ startsAt }) => startsAt === null)
    .map(({ id, title }): Conflict => ({ kind: 'UNSCHEDULED', title, sessionIds: [id] }));
}
