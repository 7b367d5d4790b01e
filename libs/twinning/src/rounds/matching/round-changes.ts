import type { RankedPlace, RoundInstance } from './round-instance.js';

/** One thing that could be otherwise in a round. A rank is the position of a tie of its own, from 1; `from` is today's. */
export type RoundChange =
  | { kind: 'MORE_PLACES'; mentor: string; theme: string | null; places: number }
  | {
      kind: 'LEARNER_RANKS';
      learner: string;
      mentor: string;
      theme: string | null;
      from: number | null;
      rank: number;
    }
  | { kind: 'MENTOR_RANKS'; mentor: string; learner: string; from: number | null; rank: number }
  | { kind: 'SCORE'; learner: string; mentor: string; from: number; to: number };

/** The round as it would be; the given one stays as it is. */
export function changed(instance: RoundInstance, change: RoundChange): RoundInstance {
  switch (change.kind) {
    case 'MORE_PLACES':
      return { ...instance, mentors: instance.mentors.map((mentor) => withMorePlaces(mentor, change)) };
    case 'LEARNER_RANKS': {
      const place: RankedPlace = { mentor: change.mentor, theme: change.theme };
      const isThis = (other: RankedPlace) => other.mentor === place.mentor && other.theme === place.theme;
      const ranking = ranked(instance.learnerRankings.get(change.learner) ?? [], place, isThis, change);
      return { ...instance, learnerRankings: new Map(instance.learnerRankings).set(change.learner, ranking) };
    }
    case 'MENTOR_RANKS': {
      const isThis = (other: string) => other === change.learner;
      const ranking = ranked(instance.mentorRankings.get(change.mentor) ?? [], change.learner, isThis, change);
      return { ...instance, mentorRankings: new Map(instance.mentorRankings).set(change.mentor, ranking) };
    }
    case 'SCORE': {
      const scores = new Map(instance.scores).set(`${change.learner} ${change.mentor}`, change.to);
      return { ...instance, scores };
    }
  }
}

/** How far a change goes: places added, or ranks moved. */
export function stepsOf(change: RoundChange): number {
  switch (change.kind) {
    case 'MORE_PLACES':
      return change.places;
    case 'LEARNER_RANKS':
    case 'MENTOR_RANKS':
      return change.from === null ? 1 : Math.max(1, change.from - change.rank);
    case 'SCORE':
      return 1;
  }
}

function withMorePlaces(
  mentor: RoundInstance['mentors'][number],
  { mentor: id, theme, places }: Extract<RoundChange, { kind: 'MORE_PLACES' }>,
): RoundInstance['mentors'][number] {
  if (mentor.id !== id) return mentor;
  const themes = mentor.themes?.map((pool) =>
    pool.theme === theme ? { ...pool, places: pool.places + places } : pool,
  );
  return { ...mentor, capacity: mentor.capacity + places, ...(themes && { themes }) };
}

/** The entry alone at the rank, what stood there behind it; its old tie keeps its position while others share it. */
function ranked<T>(ranking: T[][], entry: T, isThis: (other: T) => boolean, to: { rank: number }): T[][] {
  const others = ranking.map((tie) => tie.filter((other) => !isThis(other)));
  return [...others.slice(0, to.rank - 1), [entry], ...others.slice(to.rank - 1)].filter((tie) => tie.length > 0);
}
