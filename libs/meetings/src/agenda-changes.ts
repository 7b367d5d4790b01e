/** What the comparison of two versions looks at in a session. */
export interface SessionInVersion {
  id: string;
  title: string;
  kind: string;
  startsAt: Date | null;
  minutes: number;
  roomId: string | null;
  about: string | null;
  questions: readonly string[];
  speakerIds: readonly string[];
  speakerNames: readonly string[];
  moderatorIds: readonly string[];
  moderatorNames: readonly string[];
  parallelSet: string | null;
  capacity: number | null;
}

/** One difference between two versions; instants as ISO texts, as it is kept for good. */
export type AgendaChange =
  | { what: 'FIRST'; count: number }
  | { what: 'ADDED'; title: string; at: string | null }
  | { what: 'REMOVED'; title: string; at: string | null }
  | { what: 'RENAMED'; title: string; from: string }
  | { what: 'SCHEDULED'; title: string; at: string }
  | { what: 'UNSCHEDULED'; title: string; from: string }
  | { what: 'MOVED'; title: string; from: string; at: string }
  | { what: 'LENGTH'; title: string; from: number; minutes: number }
  | { what: 'ROOM'; title: string; from: string | null; room: string | null }
  | { what: 'PEOPLE'; title: string }
  | { what: 'CONTENT'; title: string };

/** What is new in `next` against `last` (null: it is the first version), in the order of the programme; removals at the end. */
export function changesBetween(
  last: readonly SessionInVersion[] | null,
  next: readonly SessionInVersion[],
  roomName: (roomId: string) => string,
): AgendaChange[] {
  if (last === null) return [{ what: 'FIRST', count: next.length }];
  const before = new Map(last.map((session) => [session.id, session]));
  const now = new Set(next.map(({ id }) => id));
  const changed = next.flatMap((session): AgendaChange[] => {
    const old = before.get(session.id);
    return old
      ? changesOf(old, session, roomName)
      : [{ what: 'ADDED', title: session.title, at: iso(session.startsAt) }];
  });
  const removed = last
    .filter(({ id }) => !now.has(id))
    .map(({ title, startsAt }): AgendaChange => ({ what: 'REMOVED', title, at: iso(startsAt) }));
  return [...changed, ...removed];
}

function changesOf(
  old: SessionInVersion,
  session: SessionInVersion,
  roomName: (roomId: string) => string,
): AgendaChange[] {
  const { title } = session;
  const changes: AgendaChange[] = [];
  if (old.title !== title) changes.push({ what: 'RENAMED', title, from: old.title });
  changes.push(...moveOf(title, iso(old.startsAt), iso(session.startsAt)));
  if (old.minutes !== session.minutes)
    changes.push({ what: 'LENGTH', title, from: old.minutes, minutes: session.minutes });
  if (old.roomId !== session.roomId) {
    const name = (id: string | null): string | null => id && roomName(id);
    changes.push({ what: 'ROOM', title, from: name(old.roomId), room: name(session.roomId) });
  }
  if (differ(peopleIn(old), peopleIn(session))) changes.push({ what: 'PEOPLE', title });
  if (differ(contentOf(old), contentOf(session))) changes.push({ what: 'CONTENT', title });
  return changes;
}

function moveOf(title: string, from: string | null, at: string | null): AgendaChange[] {
  if (from === at) return [];
  if (from === null) return at === null ? [] : [{ what: 'SCHEDULED', title, at }];
  return [at === null ? { what: 'UNSCHEDULED', title, from } : { what: 'MOVED', title, from, at }];
}

const peopleIn = ({ speakerIds, speakerNames, moderatorIds, moderatorNames }: SessionInVersion): unknown => [
  speakerIds,
  speakerNames,
  moderatorIds,
  moderatorNames,
];

const contentOf = ({ about, questions, kind, parallelSet, capacity }: SessionInVersion): unknown => [
  about,
  questions,
  kind,
  parallelSet,
  capacity,
];

const differ = (one: unknown, two: unknown): boolean => JSON.stringify(one) !== JSON.stringify(two);

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
