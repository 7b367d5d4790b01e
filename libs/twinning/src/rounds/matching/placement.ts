import type { IndexedRound } from './indexed-round.js';

/** A matching that changes: who is in which place, with each pool's members chained so that they can be walked. */
export class Placement {
  /** Each learner's edge, or -1. */
  readonly edgeOf: Int32Array;
  readonly inPool: Int32Array;
  readonly atMentor: Int32Array;
  size = 0;
  private readonly head: Int32Array;
  private readonly after: Int32Array;
  private readonly before: Int32Array;

  constructor(readonly round: IndexedRound) {
    this.edgeOf = new Int32Array(round.learners.length).fill(-1);
    this.inPool = new Int32Array(round.poolCapacity.length);
    this.atMentor = new Int32Array(round.mentorCapacity.length);
    this.head = new Int32Array(round.poolCapacity.length).fill(-1);
    this.after = new Int32Array(round.learners.length).fill(-1);
    this.before = new Int32Array(round.learners.length).fill(-1);
  }

  /** Learners in a pool: `for (let l = first(pool); l !== -1; l = next(l))`. */
  first(pool: number): number {
    return this.head[pool]!;
  }

  next(learner: number): number {
    return this.after[learner]!;
  }

  poolFull(pool: number): boolean {
    return this.inPool[pool]! >= this.round.poolCapacity[pool]!;
  }

  mentorFull(mentor: number): boolean {
    return this.atMentor[mentor]! >= this.round.mentorCapacity[mentor]!;
  }

  /** Whether one more learner fits, in the pool and in the mentor's total. */
  available(pool: number): boolean {
    return !this.poolFull(pool) && !this.mentorFull(this.round.poolMentor[pool]!);
  }

  put(edge: number): void {
    const learner = this.round.edgeLearner[edge]!;
    const pool = this.round.edgePool[edge]!;
    const first = this.head[pool]!;
    this.after[learner] = first;
    this.before[learner] = -1;
    if (first !== -1) this.before[first] = learner;
    this.head[pool] = learner;
    this.edgeOf[learner] = edge;
    this.inPool[pool]!++;
    this.atMentor[this.round.poolMentor[pool]!]!++;
    this.size++;
  }

  take(learner: number): void {
    const pool = this.round.edgePool[this.edgeOf[learner]!]!;
    const before = this.before[learner]!;
    const after = this.after[learner]!;
    if (before === -1) this.head[pool] = after;
    else this.after[before] = after;
    if (after !== -1) this.before[after] = before;
    this.edgeOf[learner] = -1;
    this.inPool[pool]!--;
    this.atMentor[this.round.poolMentor[pool]!]!--;
    this.size--;
  }

  /** Puts the learner into another place than its present one. */
  move(edge: number): void {
    this.take(this.round.edgeLearner[edge]!);
    this.put(edge);
  }

  /** The largest of a value over the learners in a pool, or -1 where none is above -1. */
  highestIn(pool: number, value: (learner: number) => number): { learner: number; value: number } {
    let highest = { learner: -1, value: -1 };
    for (let learner = this.first(pool); learner !== -1; learner = this.next(learner)) {
      const found = value(learner);
      if (found > highest.value) highest = { learner, value: found };
    }
    return highest;
  }

  /** The same over all of a mentor's pools. */
  highestAt(mentor: number, value: (learner: number) => number): { learner: number; value: number } {
    const { mentorPools } = this.round;
    let highest = { learner: -1, value: -1 };
    for (let pool = mentorPools[mentor]!; pool < mentorPools[mentor + 1]!; pool++) {
      const found = this.highestIn(pool, value);
      if (found.value > highest.value) highest = found;
    }
    return highest;
  }
}
