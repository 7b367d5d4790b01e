import { UnsoundRound, type RankedPlace, type RoundInstance } from './round-instance.js';

/** The two sides of a round as numbers: learners, mentors, and pools (a mentor's places on one theme, or all it has). */
export interface RoundPlaces {
  learnerOf: Map<string, number>;
  mentorOf: Map<string, number>;
  mentorCapacity: Int32Array;
  /** Pools of mentor m are `mentorPools[m]` up to, but not with, `mentorPools[m + 1]`. */
  mentorPools: Int32Array;
  poolMentor: Int32Array;
  poolCapacity: Int32Array;
  poolTheme: (string | null)[];
  poolName: string[];
  /** The pool that a ranked place names. Throws {@link UnsoundRound} where there is none. */
  poolOf: (place: RankedPlace) => number;
}

/** Numbers ids and places; refuses ids given twice and capacities that are no whole number of places. */
export function placesOf(instance: RoundInstance): RoundPlaces {
  const learnerOf = numbered(instance.learners, 'learner');
  const mentorOf = numbered(
    instance.mentors.map((mentor) => mentor.id),
    'mentor',
  );
  const mentorPools = new Int32Array(instance.mentors.length + 1);
  const capacities: number[] = [];
  const owners: number[] = [];
  const poolTheme: (string | null)[] = [];
  instance.mentors.forEach((mentor, m) => {
    const total = places(mentor.capacity, mentor.id);
    const pools = mentor.themes ?? [{ theme: null, places: total }];
    if (new Set(pools.map((pool) => pool.theme)).size < pools.length)
      throw new UnsoundRound(`The mentor ${mentor.id} offers a theme twice.`);
    for (const pool of pools) {
      capacities.push(Math.min(total, places(pool.places, mentor.id)));
      owners.push(m);
      poolTheme.push(pool.theme);
    }
    mentorPools[m + 1] = owners.length;
  });
  const nameOf = (pool: number): string => {
    const id = instance.mentors[owners[pool]!]!.id;
    return poolTheme[pool] === null ? id : `${id}:${poolTheme[pool]}`;
  };
  const poolOf = ({ mentor, theme }: RankedPlace): number => {
    const m = mentorOf.get(mentor);
    if (m === undefined) throw new UnsoundRound(`A learner ranks ${mentor}, which is no mentor of this round.`);
    for (let pool = mentorPools[m]!; pool < mentorPools[m + 1]!; pool++) if (poolTheme[pool] === theme) return pool;
    throw new UnsoundRound(`A learner ranks ${mentor} on ${theme ?? 'no theme'}, which this mentor does not offer.`);
  };
  return {
    learnerOf,
    mentorOf,
    mentorCapacity: Int32Array.from(instance.mentors, (mentor) => mentor.capacity),
    mentorPools,
    poolMentor: Int32Array.from(owners),
    poolCapacity: Int32Array.from(capacities),
    poolTheme,
    poolName: owners.map((_, pool) => nameOf(pool)),
    poolOf,
  };
}

function numbered(ids: readonly string[], side: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const id of ids) {
    if (numbers.has(id)) throw new UnsoundRound(`The ${side} ${id} is in the round twice.`);
    numbers.set(id, numbers.size);
  }
  return numbers;
}

function places(count: number, mentor: string): number {
  if (!Number.isInteger(count) || count < 0 || count > 1_000_000)
    throw new UnsoundRound(`The mentor ${mentor} offers ${count}, which is no number of places.`);
  return count;
}
