import type { IndexedRound } from './indexed-round.js';

/**
 * Learner-proposing deferred acceptance on the drawn order, for pools under a mentor's total (SPA-student of Abraham,
 * Irving and Manlove 2007; with one pool a mentor it is Gale and Shapley's for hospitals and residents). Every learner
 * gets the best place that any stable matching of that order gives it. Answers each learner's edge, or -1.
 */
export function learnersFirst(round: IndexedRound): Int32Array {
  const held = new HeldPlaces(round);
  const next = round.learnerEdges.slice(0, -1);
  const edgeOf = new Int32Array(round.learners.length).fill(-1);
  for (let first = 0; first < round.learners.length; first++) {
    let learner = first;
    while (learner !== -1 && next[learner]! < round.learnerEdges[learner + 1]!) {
      const edge = next[learner]!++;
      edgeOf[learner] = edge;
      const rejected = held.propose(edge);
      if (rejected === -1) break;
      learner = round.edgeLearner[rejected]!;
      edgeOf[learner] = -1;
    }
  }
  return edgeOf;
}

/** The edges that mentors hold for now: a heap for each pool, the learner whom the mentor would give up first on top. */
class HeldPlaces {
  private readonly heapStart: Int32Array;
  private readonly heap: Int32Array;
  private readonly heldInPool: Int32Array;
  private readonly heldByMentor: Int32Array;

  constructor(private readonly round: IndexedRound) {
    const { poolCapacity, edgePool } = round;
    const proposals = new Int32Array(poolCapacity.length);
    for (const pool of edgePool) proposals[pool]!++;
    this.heapStart = new Int32Array(poolCapacity.length + 1);
    for (let pool = 0; pool < poolCapacity.length; pool++)
      this.heapStart[pool + 1] = this.heapStart[pool]! + Math.min(poolCapacity[pool]!, proposals[pool]!) + 1;
    this.heap = new Int32Array(this.heapStart[poolCapacity.length]!);
    this.heldInPool = new Int32Array(poolCapacity.length);
    this.heldByMentor = new Int32Array(round.mentorCapacity.length);
  }

  /** Takes the edge in; answers the edge that is given up for it (maybe itself), or -1. */
  propose(edge: number): number {
    const pool = this.round.edgePool[edge]!;
    const mentor = this.round.poolMentor[pool]!;
    this.push(pool, edge);
    if (this.heldInPool[pool]! > this.round.poolCapacity[pool]!) return this.pop(pool);
    if (this.heldByMentor[mentor]! > this.round.mentorCapacity[mentor]!) return this.pop(this.poolOfLast(mentor));
    return -1;
  }

  private poolOfLast(mentor: number): number {
    const { mentorPools, mentorOrder } = this.round;
    let last = -1;
    let order = -1;
    for (let pool = mentorPools[mentor]!; pool < mentorPools[mentor + 1]!; pool++) {
      if (this.heldInPool[pool] === 0) continue;
      const top = mentorOrder[this.heap[this.heapStart[pool]!]!]!;
      if (top <= order) continue;
      order = top;
      last = pool;
    }
    return last;
  }

  private push(pool: number, edge: number): void {
    const { heap, round } = this;
    const start = this.heapStart[pool]!;
    let at = this.heldInPool[pool]!++;
    this.heldByMentor[round.poolMentor[pool]!]!++;
    const order = round.mentorOrder[edge]!;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (round.mentorOrder[heap[start + parent]!]! >= order) break;
      heap[start + at] = heap[start + parent]!;
      at = parent;
    }
    heap[start + at] = edge;
  }

  private pop(pool: number): number {
    const { heap, round } = this;
    const start = this.heapStart[pool]!;
    const top = heap[start]!;
    const size = --this.heldInPool[pool]!;
    this.heldByMentor[round.poolMentor[pool]!]!--;
    const moved = heap[start + size]!;
    const order = round.mentorOrder[moved]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.orderAt(start + child + 1) > this.orderAt(start + child)) child++;
      if (this.orderAt(start + child) <= order) break;
      heap[start + at] = heap[start + child]!;
      at = child;
    }
    if (size > 0) heap[start + at] = moved;
    return top;
  }

  private orderAt(at: number): number {
    return this.round.mentorOrder[this.heap[at]!]!;
  }
}
