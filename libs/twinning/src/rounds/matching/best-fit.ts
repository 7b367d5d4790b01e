import { UnsoundRound, type RoundInstance } from './round-instance.js';
import { NodeQueue } from './node-queue.js';
import type { IndexedRound } from './indexed-round.js';
import { Placement } from './placement.js';

/** Scores count in millionths, and every pair one millionth more: a pair without a score is still better than none. */
const MILLIONTHS = 1e6;

/** What each edge adds to the sum, whole numbers. */
export function edgeWeights(round: IndexedRound, scores: RoundInstance['scores'], mentorIds: readonly string[]) {
  const weights = new Float64Array(round.edgePool.length).fill(1);
  if (!scores) return weights;
  for (let edge = 0; edge < weights.length; edge++) {
    const mentor = mentorIds[round.poolMentor[round.edgePool[edge]!]!]!;
    const score = scores.get(`${round.learners[round.edgeLearner[edge]!]} ${mentor}`) ?? 0;
    if (!(score >= 0 && score <= 1000)) throw new UnsoundRound(`A score is ${score}, and has to be from 0 to 1000.`);
    weights[edge] = 1 + Math.round(score * MILLIONTHS);
  }
  return weights;
}

/**
 * The matching of the highest sum of weights: minimum-cost flow by successive shortest paths with potentials, one
 * learner after the other, over the arcs there are. Not stable in general.
 */
export function bestFit(round: IndexedRound, weights: Float64Array): Placement {
  const flow = new FitFlow(round, weights);
  for (let learner = 0; learner < round.learners.length; learner++) flow.admit(learner);
  return flow.placement;
}

/**
 * Nodes are learners, then pools, then mentors, then the way out (a place free, or no place at all). Costs are negated
 * weights; `potential` keeps every arc's reduced cost from going below 0.
 */
class FitFlow {
  readonly placement: Placement;
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly cameFrom: Int32Array;
  private readonly cameBy: Int32Array;
  private readonly settled: Uint8Array;
  private readonly queue: NodeQueue;
  private readonly touched: number[] = [];
  private readonly firstPool: number;
  private readonly firstMentor: number;
  private readonly out: number;

  constructor(
    private readonly round: IndexedRound,
    private readonly weights: Float64Array,
  ) {
    this.placement = new Placement(round);
    this.firstPool = round.learners.length;
    this.firstMentor = this.firstPool + round.poolCapacity.length;
    this.out = this.firstMentor + round.mentorCapacity.length;
    this.potential = new Float64Array(this.out + 1);
    round.edgeLearner.forEach((learner, edge) => {
      if (weights[edge]! > this.potential[learner]!) this.potential[learner] = weights[edge]!;
    });
    this.distance = new Float64Array(this.out + 1).fill(Infinity);
    this.cameFrom = new Int32Array(this.out + 1);
    this.cameBy = new Int32Array(this.out + 1);
    this.settled = new Uint8Array(this.out + 1);
    this.queue = new NodeQueue(this.distance);
  }

  /** Brings one more learner in by the cheapest path, which may end in somebody's going without. */
  admit(learner: number): void {
    this.reach(learner, 0, -1, -1);
    for (let node = this.queue.pop(); node !== this.out; node = this.queue.pop()) {
      if (this.settled[node] === 1) continue;
      this.settled[node] = 1;
      if (node < this.firstPool) this.leaveLearner(node);
      else if (node < this.firstMentor) this.leavePool(node - this.firstPool);
      else this.leaveMentor(node - this.firstMentor);
    }
    this.augment();
    const end = this.distance[this.out]!;
    for (const node of this.touched) {
      if (this.distance[node]! < end) this.potential[node]! += this.distance[node]! - end;
      this.distance[node] = Infinity;
      this.settled[node] = 0;
    }
    this.touched.length = 0;
    this.queue.clear();
  }

  private leaveLearner(learner: number): void {
    const { round } = this;
    const present = this.placement.edgeOf[learner]!;
    this.arc(learner, this.out, 0, -1);
    for (let edge = round.learnerEdges[learner]!; edge < round.learnerEdges[learner + 1]!; edge++)
      if (edge !== present) this.arc(learner, this.firstPool + round.edgePool[edge]!, -this.weights[edge]!, edge);
  }

  private leavePool(pool: number): void {
    const { placement, round } = this;
    const node = this.firstPool + pool;
    if (!placement.poolFull(pool)) this.arc(node, this.firstMentor + round.poolMentor[pool]!, 0, -1);
    for (let learner = placement.first(pool); learner !== -1; learner = placement.next(learner))
      this.arc(node, learner, this.weights[placement.edgeOf[learner]!]!, -1);
  }

  private leaveMentor(mentor: number): void {
    const { placement, round } = this;
    const node = this.firstMentor + mentor;
    if (!placement.mentorFull(mentor)) this.arc(node, this.out, 0, -1);
    for (let pool = round.mentorPools[mentor]!; pool < round.mentorPools[mentor + 1]!; pool++)
      if (placement.inPool[pool]! > 0) this.arc(node, this.firstPool + pool, 0, -1);
  }

  private arc(from: number, to: number, cost: number, edge: number): void {
    if (this.settled[to] === 1) return;
    const distance = this.distance[from]! + cost + this.potential[from]! - this.potential[to]!;
    if (distance < this.distance[to]!) this.reach(to, distance, from, edge);
  }

  private reach(node: number, distance: number, from: number, edge: number): void {
    if (this.distance[node] === Infinity) this.touched.push(node);
    this.distance[node] = distance;
    this.cameFrom[node] = from;
    this.cameBy[node] = edge;
    this.queue.push(node);
  }

  /** Takes everybody on the path out of its place first, then puts each into the one it came to. */
  private augment(): void {
    const arrivals: number[] = [];
    for (let node = this.out; node !== -1; node = this.cameFrom[node]!) {
      if (node < this.firstPool && this.placement.edgeOf[node] !== -1) this.placement.take(node);
      if (this.cameBy[node] !== -1) arrivals.push(this.cameBy[node]!);
    }
    for (const edge of arrivals) this.placement.put(edge);
  }
}
