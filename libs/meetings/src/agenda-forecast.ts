/** A session as the forecast sees it. */
export interface SessionUnderWay {
  id: string;
  startsAt: Date | null;
  minutes: number;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** Breaks longer than this are nights: a late evening does not make the next morning late. */
const nightMillis = 6 * 3_600_000;

/**
 * When sessions that have not begun will, by how late those before them run. A session waits for all that should end
 * before it starts and are not over; gaps between them take up the delay. Sessions that were passed over (a later one
 * has begun) hold nobody up. What should have begun by now begins now at the earliest.
 */
export function forecastStarts(sessions: readonly SessionUnderWay[], now: Date): Map<string, Date> {
  const planned = sessions
    .filter((session): session is SessionUnderWay & { startsAt: Date } => session.startsAt !== null)
    .map((session) => ({
      ...session,
      from: session.startsAt.getTime(),
      until: session.startsAt.getTime() + session.minutes * 60_000,
    }))
    .sort((one, two) => one.from - two.from || one.until - two.until);
  const begun = planned.filter(({ startedAt }) => startedAt !== null);
  const lastBegun = Math.max(-Infinity, ...begun.map(({ from }) => from));
  const ends = new Map<string, number>();
  const starts = new Map<string, Date>();
  for (const session of planned) {
    const length = session.minutes * 60_000;
    if (session.finishedAt) ends.set(session.id, session.finishedAt.getTime());
    else if (session.startedAt) ends.set(session.id, Math.max(session.startedAt.getTime() + length, now.getTime()));
    else if (session.from >= lastBegun) {
      const before = planned.filter(({ until }) => until <= session.from && session.from - until < nightMillis);
      const free = Math.max(session.from, ...before.map(({ id }) => ends.get(id) ?? -Infinity));
      const late = begun.length > 0 && free < now.getTime() && now.getTime() < free + nightMillis;
      const start = late ? now.getTime() : free;
      ends.set(session.id, start + length);
      starts.set(session.id, new Date(start));
    }
  }
  return starts;
}
