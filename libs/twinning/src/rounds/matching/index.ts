/** The rounds' arithmetic: pure, without Nest, the clock or the database. One call solves, one explains, one certifies. */
export { certificateOf, inputHashOf, type RoundCertificate } from './round-certificate.js';
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
export { blockingPairsOf, solve } from './solve.js';
