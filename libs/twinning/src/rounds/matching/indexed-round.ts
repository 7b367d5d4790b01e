import { UnsoundRound, type RankedPlace, type RoundInstance } from './round-instance.js';
import { placesOf, type RoundPlaces } from './round-places.js';
import { drawnPositions } from './seeded-draw.js';

/**
 * A round as typed arrays. An edge is a place that a learner ranks at a mentor that ranks the learner; the edges of
 * learner l are `learnerEdges[l]` up to, but not with, `learnerEdges[l + 1]`, best first, ties in the order of the draw.
 */
export interface IndexedRound extends RoundPlaces {
  learners: readonly string[];
  learnerEdges: Int32Array;
  edgeLearner: Int32Array;
  edgePool: Int32Array;
  /** Position of the edge's tie in the learner's ranking, from 1. */
  learnerTier: Int32Array;
  /** Position of the learner's tie in the mentor's ranking, from 1. */
  mentorTier: Int32Array;
  /** Position of the learner in the mentor's ranking, ties drawn. */
  mentorOrder: Int32Array;
}

/** What a learner ranks, whether or not it is mutual; laid out as the edges are. */
interface Wishes {
  start: Int32Array;
  learner: Int32Array;
  pool: Int32Array;
  tier: Int32Array;
}

/** Numbers the round, breaks its ties by the draw and keeps what is mutual. Linear in the length of the rankings. */
export function indexRound(instance: RoundInstance): IndexedRound {
  const places = placesOf(instance);
  const wishes = wishesOf(instance, places);
  const { order, tier } = answersTo(wishes, instance, places);
  const edges = order.reduce((count, position) => count + (position > 0 ? 1 : 0), 0);
  const round = {
    ...places,
    learners: instance.learners,
    learnerEdges: new Int32Array(instance.learners.length + 1),
    edgeLearner: new Int32Array(edges),
    edgePool: new Int32Array(edges),
    learnerTier: new Int32Array(edges),
    mentorTier: new Int32Array(edges),
    mentorOrder: new Int32Array(edges),
  };
  let edge = 0;
  for (let learner = 0; learner < instance.learners.length; learner++) {
    for (let wish = wishes.start[learner]!; wish < wishes.start[learner + 1]!; wish++) {
      if (order[wish] === 0) continue;
      round.edgeLearner[edge] = learner;
      round.edgePool[edge] = wishes.pool[wish]!;
      round.learnerTier[edge] = wishes.tier[wish]!;
      round.mentorTier[edge] = tier[wish]!;
      round.mentorOrder[edge] = order[wish]!;
      edge++;
    }
    round.learnerEdges[learner + 1] = edge;
  }
  return round;
}

function wishesOf(instance: RoundInstance, places: RoundPlaces): Wishes {
  for (const id of instance.learnerRankings.keys())
    if (!places.learnerOf.has(id)) throw new UnsoundRound(`${id} ranks mentors, but is no learner of this round.`);
  let length = 0;
  for (const ranking of instance.learnerRankings.values()) for (const tie of ranking) length += tie.length;
  const wishes: Wishes = {
    start: new Int32Array(instance.learners.length + 1),
    learner: new Int32Array(length),
    pool: new Int32Array(length),
    tier: new Int32Array(length),
  };
  const lots = onDemand(() => drawnPositions(instance.seed, places.poolName));
  const rankedBy = new Int32Array(places.poolCapacity.length).fill(-1);
  let wish = 0;
  instance.learners.forEach((id, learner) => {
    eachTie<RankedPlace>(instance.learnerRankings.get(id), places.poolOf, lots, (pool, tier) => {
      if (rankedBy[pool] === learner) throw new UnsoundRound(`${id} ranks ${places.poolName[pool]} twice.`);
      rankedBy[pool] = learner;
      wishes.learner[wish] = learner;
      wishes.pool[wish] = pool;
      wishes.tier[wish++] = tier;
    });
    wishes.start[learner + 1] = wish;
  });
  return wishes;
}

/** For each wish the learner's position and tie in the mentor's ranking; 0 where the mentor does not rank it. */
function answersTo(wishes: Wishes, instance: RoundInstance, places: RoundPlaces) {
  for (const id of instance.mentorRankings.keys())
    if (!places.mentorOf.has(id)) throw new UnsoundRound(`${id} ranks learners, but is no mentor of this round.`);
  const { start, list } = grouped(wishes.pool.length, instance.mentors.length, (w) => mentorOfWish(w));
  const order = new Int32Array(wishes.pool.length);
  const tier = new Int32Array(wishes.pool.length);
  const positionOf = new Int32Array(instance.learners.length);
  const tierOf = new Int32Array(instance.learners.length);
  const rankedBy = new Int32Array(instance.learners.length).fill(-1);
  const lots = onDemand(() => drawnPositions(instance.seed, instance.learners));
  const learnerOf = (id: string): number => {
    const learner = places.learnerOf.get(id);
    if (learner === undefined) throw new UnsoundRound(`A mentor ranks ${id}, which is no learner of this round.`);
    return learner;
  };
  instance.mentors.forEach(({ id }, mentor) => {
    let position = 0;
    eachTie(instance.mentorRankings.get(id), learnerOf, lots, (learner, rank) => {
      if (rankedBy[learner] === mentor) throw new UnsoundRound(`${id} ranks ${instance.learners[learner]} twice.`);
      rankedBy[learner] = mentor;
      positionOf[learner] = ++position;
      tierOf[learner] = rank;
    });
    for (let at = start[mentor]!; at < start[mentor + 1]!; at++) {
      const learner = wishes.learner[list[at]!]!;
      if (rankedBy[learner] !== mentor) continue;
      order[list[at]!] = positionOf[learner]!;
      tier[list[at]!] = tierOf[learner]!;
    }
  });
  return { order, tier };

  function mentorOfWish(wish: number): number {
    return places.poolMentor[wishes.pool[wish]!]!;
  }
}

/** Edges at mentor m, best learner first and a learner's own best first: `list[start[m]]` up to `list[start[m + 1]]`. */
export function edgesByMentor(round: IndexedRound): Grouped {
  const mentors = round.mentorCapacity.length;
  const byMentor = grouped(round.edgePool.length, mentors, (edge) => round.poolMentor[round.edgePool[edge]!]!);
  for (let mentor = 0; mentor < mentors; mentor++)
    byMentor.list
      .subarray(byMentor.start[mentor], byMentor.start[mentor + 1])
      .sort((one, two) => round.mentorOrder[one]! - round.mentorOrder[two]! || one - two);
  return byMentor;
}

/** Calls back with each entry's number and its tie's position from 1; a tie's entries come in the order of the draw. */
function eachTie<T>(
  ranking: readonly (readonly T[])[] | undefined,
  numberOf: (entry: T) => number,
  lots: () => Int32Array,
  found: (entry: number, tier: number) => void,
): void {
  if (!ranking) return;
  for (let tier = 0; tier < ranking.length; tier++) {
    const tie = ranking[tier]!;
    if (tie.length === 1) found(numberOf(tie[0]!), tier + 1);
    else if (tie.length > 1) {
      const drawn = tie.map(numberOf).sort((one, two) => lots()[one]! - lots()[two]!);
      for (const entry of drawn) found(entry, tier + 1);
    }
  }
}

export interface Grouped {
  start: Int32Array;
  list: Int32Array;
}

/** Counting sort: the items of group g are `list[start[g]]` up to `list[start[g + 1]]`, in their own order. */
function grouped(items: number, groups: number, groupOf: (item: number) => number): Grouped {
  const start = new Int32Array(groups + 1);
  for (let item = 0; item < items; item++) start[groupOf(item) + 1]!++;
  for (let group = 0; group < groups; group++) start[group + 1]! += start[group]!;
  const next = start.slice();
  const list = new Int32Array(items);
  for (let item = 0; item < items; item++) list[next[groupOf(item)]!++] = item;
  return { start, list };
}

function onDemand<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
