/** The rounds' arithmetic: pure, without Nest, the clock or the database. One call solves, another explains. */
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
export { blockingPairsOf, solve } from './solve.js';
export { whyNot, type StandsBefore, type WhyNot, type WhyNotReason } from './why-not.js';
