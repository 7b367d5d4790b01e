import { edgesByMentor, type Grouped, type IndexedRound } from './indexed-round.js';
import type { Placement } from './placement.js';

/** Exchanges tried before a matching is taken as it is: enough for small rounds to settle, bounded for large ones. */
const EXCHANGES_PER_LEARNER = 400;
const EXCHANGES_AT_MOST = 400_000;

/**
 * Looks for more pairs among the weakly stable matchings, for rounds in which each mentor has one pool. An exchange
 * inside a tie (who of two equals has the place, or which of two equal places a learner has) costs nobody anything; what
 * it sets off ends when somebody takes a free place, when a freed place finds somebody who was without, or when nobody
 * wants to move. The matching stays weakly stable and never gets smaller.
 */
export function morePairs(placement: Placement, random: () => number): void {
  const { round } = placement;
  if (round.poolCapacity.length !== round.mentorCapacity.length) return;
  const exchanges = new TieExchanges(placement);
  const tries = Math.min(EXCHANGES_AT_MOST, EXCHANGES_PER_LEARNER * round.learners.length);
  const roomy = Array.from(round.poolCapacity.keys());
  for (let count = 0; count < tries && exchanges.mayGrow(); count++) {
    if (count % 2 === 0) exchanges.letIn(exchanges.someoneWithout(random), random);
    else exchanges.fill(roomy[Math.floor(random() * roomy.length)]!, random);
  }
}

class TieExchanges {
  private readonly round: IndexedRound;
  private readonly byMentor: Grouped;
  private readonly without: number[];
  private readonly placeInWithout: Int32Array;
  private readonly atMost: number;

  constructor(private readonly placement: Placement) {
    this.round = placement.round;
    this.byMentor = edgesByMentor(this.round);
    this.placeInWithout = new Int32Array(this.round.learners.length).fill(-1);
    this.without = [];
    let ranked = 0;
    for (let learner = 0; learner < this.round.learners.length; learner++) {
      if (this.round.learnerEdges[learner] === this.round.learnerEdges[learner + 1]) continue;
      ranked++;
      if (placement.edgeOf[learner] === -1) this.nowWithout(learner);
    }
    const wanted = this.round.poolCapacity.map((places, pool) =>
      Math.min(places, this.byMentor.start[pool + 1]! - this.byMentor.start[pool]!),
    );
    this.atMost = Math.min(
      ranked,
      wanted.reduce((sum, places) => sum + places, 0),
    );
  }

  mayGrow(): boolean {
    return this.placement.size < this.atMost;
  }

  someoneWithout(random: () => number): number {
    return this.without[Math.floor(random() * this.without.length)]!;
  }

  /** Gives the learner the place of one whom a mentor ranks equal, and finds that one another, and so on. */
  letIn(learner: number, random: () => number): void {
    const { round } = this;
    const first = round.learnerEdges[learner]!;
    const edge = first + Math.floor(random() * (round.learnerEdges[learner + 1]! - first));
    const given = this.equalAt(edge, random);
    if (given === -1) return;
    this.leave(given);
    this.enter(edge);
    this.rehouse(given);
  }

  /** Brings somebody whose place is no better into a free place of the pool, and gives theirs to who wants it most. */
  fill(pool: number, random: () => number): void {
    const { placement, round, byMentor } = this;
    if (placement.poolFull(pool)) return;
    const start = byMentor.start[pool]!;
    const count = byMentor.start[pool + 1]! - start;
    if (count === 0) return;
    const edge = byMentor.list[start + Math.floor(random() * count)]!;
    const present = placement.edgeOf[round.edgeLearner[edge]!]!;
    if (present === -1 || present === edge || round.learnerTier[present] !== round.learnerTier[edge]) return;
    placement.move(edge);
    this.refill(round.edgePool[present]!);
  }

  /** Somebody in the edge's full pool whom its mentor ranks equal to the edge's learner, drawn; else -1. */
  private equalAt(edge: number, random: () => number): number {
    const { placement, round } = this;
    const pool = round.edgePool[edge]!;
    let found = -1;
    let equals = 0;
    for (let member = placement.first(pool); member !== -1; member = placement.next(member)) {
      if (round.mentorTier[placement.edgeOf[member]!] !== round.mentorTier[edge]) continue;
      equals++;
      if (random() * equals < 1) found = member;
    }
    return found;
  }

  /** The learner takes the best place that has room or somebody strictly behind it, who then does the same. */
  private rehouse(learner: number): void {
    const { placement, round } = this;
    let seeker = learner;
    while (seeker !== -1) {
      let next = -1;
      for (let edge = round.learnerEdges[seeker]!; edge < round.learnerEdges[seeker + 1]!; edge++) {
        const pool = round.edgePool[edge]!;
        if (!placement.poolFull(pool)) {
          this.enter(edge);
          return;
        }
        const last = placement.highestIn(pool, (member) => round.mentorTier[placement.edgeOf[member]!]!);
        if (last.value <= round.mentorTier[edge]!) continue;
        next = last.learner;
        this.leave(next);
        this.enter(edge);
        break;
      }
      seeker = next;
    }
  }

  /** The freed place goes to the first of the mentor's ranking who strictly prefers it; then theirs is free. */
  private refill(freed: number): void {
    const { placement, round, byMentor } = this;
    let pool = freed;
    while (pool !== -1) {
      let left = -1;
      for (let at = byMentor.start[pool]!; at < byMentor.start[pool + 1]!; at++) {
        const edge = byMentor.list[at]!;
        const learner = round.edgeLearner[edge]!;
        const present = placement.edgeOf[learner]!;
        if (present === -1) {
          this.enter(edge);
          return;
        }
        if (round.learnerTier[edge]! >= round.learnerTier[present]!) continue;
        left = round.edgePool[present]!;
        placement.move(edge);
        break;
      }
      pool = left;
    }
  }

  private enter(edge: number): void {
    const learner = this.round.edgeLearner[edge]!;
    this.placement.put(edge);
    const at = this.placeInWithout[learner]!;
    if (at === -1) return;
    const last = this.without.pop()!;
    this.placeInWithout[learner] = -1;
    if (last === learner) return;
    this.without[at] = last;
    this.placeInWithout[last] = at;
  }

  private leave(learner: number): void {
    this.placement.take(learner);
    this.nowWithout(learner);
  }

  private nowWithout(learner: number): void {
    this.placeInWithout[learner] = this.without.length;
    this.without.push(learner);
  }
}
