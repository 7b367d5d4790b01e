import type { IndexedRound } from './indexed-round.js';

/**
 * The edges that block a matching (each learner's edge, or -1), in the learners' order. A pair blocks when the learner
 * strictly prefers the place to its own and the mentor can take it: with a place free in pool and total, or by moving
 * the learner from another of its own pools, or by giving up a learner it ranks strictly behind, from the pool where
 * that is full, else from anywhere in its total (Abraham, Irving and Manlove 2007; ties as Cooper and Manlove 2018).
 */
export function blockingEdges(round: IndexedRound, edgeOf: Int32Array): number[] {
  const { inPool, atMentor, lastInPool, lastAtMentor } = occupancyOf(round, edgeOf);
  const blocking: number[] = [];
  for (let learner = 0; learner < round.learners.length; learner++) {
    const present = edgeOf[learner]!;
    const tier = present === -1 ? Infinity : round.learnerTier[present]!;
    const presentMentor = present === -1 ? -1 : round.poolMentor[round.edgePool[present]!]!;
    for (let edge = round.learnerEdges[learner]!; edge < round.learnerEdges[learner + 1]!; edge++) {
      if (round.learnerTier[edge]! >= tier) break;
      const pool = round.edgePool[edge]!;
      const mentor = round.poolMentor[pool]!;
      const rank = round.mentorTier[edge]!;
      if (round.poolCapacity[pool] === 0 || round.mentorCapacity[mentor] === 0) continue;
      const takes =
        inPool[pool]! >= round.poolCapacity[pool]!
          ? rank < lastInPool[pool]!
          : atMentor[mentor]! < round.mentorCapacity[mentor]! ||
            presentMentor === mentor ||
            rank < lastAtMentor[mentor]!;
      if (takes) blocking.push(edge);
    }
  }
  return blocking;
}

/** How many a matching puts into each pool and mentor, and the tie of the last-ranked learner there. */
function occupancyOf(round: IndexedRound, edgeOf: Int32Array) {
  const inPool = new Int32Array(round.poolCapacity.length);
  const lastInPool = new Int32Array(round.poolCapacity.length);
  const atMentor = new Int32Array(round.mentorCapacity.length);
  const lastAtMentor = new Int32Array(round.mentorCapacity.length);
  for (const edge of edgeOf) {
    if (edge === -1) continue;
    const pool = round.edgePool[edge]!;
    const mentor = round.poolMentor[pool]!;
    const rank = round.mentorTier[edge]!;
    inPool[pool]!++;
    atMentor[mentor]!++;
    if (rank > lastInPool[pool]!) lastInPool[pool] = rank;
    if (rank > lastAtMentor[mentor]!) lastAtMentor[mentor] = rank;
  }
  return { inPool, atMentor, lastInPool, lastAtMentor };
}
