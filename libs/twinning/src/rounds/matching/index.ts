/** The rounds' arithmetic: pure, without Nest, the clock or the database. One call solves, another explains. */
export { blockingEdges } from './blocking-pairs.js';
export { learnersFirst } from './deferred-acceptance.js';
export { indexRound, type IndexedRound } from './indexed-round.js';
export { mentorsFirst } from './mentors-first.js';
export { changed, type RoundChange } from './round-changes.js';
export {
  ALGORITHMS,
  UnsoundRound,
  type RankedPlace,
  type RoundAim,
  type RoundInstance,
  type RoundMentor,
  type RoundPair,
  type RoundSolution,
} from './round-instance.js';
export { solveInWorker, whyNotInWorker } from './solve-in-worker.js';
export { blockingPairsOf, pairOf, solve } from './solve.js';
export { whyNot, type StandsBefore, type WhyNot, type WhyNotReason } from './why-not.js';
