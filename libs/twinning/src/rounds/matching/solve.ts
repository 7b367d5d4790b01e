import { bestFit, edgeWeights } from './best-fit.js';
import { blockingEdges } from './blocking-pairs.js';
import { learnersFirst } from './deferred-acceptance.js';
import { indexRound, type IndexedRound } from './indexed-round.js';
import { morePairs } from './more-pairs.js';
import { mostPairs } from './most-pairs.js';
import {
  ALGORITHMS,
  UnsoundRound,
  type RoundAim,
  type RoundInstance,
  type RoundPair,
  type RoundSolution,
} from './round-instance.js';
import { numbersFrom } from './seeded-draw.js';

/**
 * The pairs of a round under an aim; the same round gives the same pairs everywhere. Refused with `UnsoundRound` when
 * the round contradicts itself. Takes the processor for its while: off the event loop there is `solveInWorker`.
 */
export function solve(aim: RoundAim, instance: RoundInstance): RoundSolution {
  const round = indexRound(instance);
  const edgeOf = matchingFor(aim, round, instance);
  const taken = Array.from(edgeOf).filter((edge) => edge !== -1);
  return {
    pairs: taken.map((edge) => pairOf(round, edge, instance)),
    unmatched: instance.learners.filter((_, learner) => edgeOf[learner] === -1),
    blockingPairs: blockingEdges(round, edgeOf).map((edge) => pairOf(round, edge, instance)),
    algorithm: ALGORITHMS[aim],
  };
}

/** The matching alone, on an indexed round: each learner's edge, or -1. */
export function matchingFor(aim: RoundAim, round: IndexedRound, instance: RoundInstance): Int32Array {
  switch (aim) {
    case 'LEARNERS_FIRST':
      return learnersFirst(round);
    case 'MOST_PAIRS': {
      const placement = mostPairs(round);
      morePairs(placement, numbersFrom(instance.seed));
      return placement.edgeOf;
    }
    case 'BEST_FIT': {
      const mentors = instance.mentors.map((mentor) => mentor.id);
      return bestFit(round, edgeWeights(round, instance.scores, mentors)).edgeOf;
    }
  }
}

/** The pairs that weakly block these pairs; `UnsoundRound` where they are no matching of the round's mutual rankings. */
export function blockingPairsOf(
  instance: RoundInstance,
  pairs: readonly Pick<RoundPair, 'learner' | 'mentor' | 'theme'>[],
): RoundPair[] {
  const round = indexRound(instance);
  const edgeOf = new Int32Array(instance.learners.length).fill(-1);
  for (const pair of pairs) {
    const edge = edgeBetween(round, pair);
    if (edge === -1) throw new UnsoundRound(`${pair.learner} and ${pair.mentor} do not rank each other so.`);
    const learner = round.edgeLearner[edge]!;
    if (edgeOf[learner] !== -1) throw new UnsoundRound(`${pair.learner} has two places.`);
    edgeOf[learner] = edge;
  }
  return blockingEdges(round, edgeOf).map((edge) => pairOf(round, edge, instance));
}

/** The edge of a place that both sides rank, or -1. */
export function edgeBetween(round: IndexedRound, pair: Pick<RoundPair, 'learner' | 'mentor' | 'theme'>): number {
  const learner = round.learnerOf.get(pair.learner);
  const mentor = round.mentorOf.get(pair.mentor);
  if (learner === undefined || mentor === undefined) return -1;
  for (let edge = round.learnerEdges[learner]!; edge < round.learnerEdges[learner + 1]!; edge++) {
    const pool = round.edgePool[edge]!;
    if (round.poolMentor[pool] === mentor && round.poolTheme[pool] === pair.theme) return edge;
  }
  return -1;
}

export function pairOf(round: IndexedRound, edge: number, instance: RoundInstance): RoundPair {
  const pool = round.edgePool[edge]!;
  return {
    learner: round.learners[round.edgeLearner[edge]!]!,
    mentor: instance.mentors[round.poolMentor[pool]!]!.id,
    theme: round.poolTheme[pool]!,
    learnerRank: round.learnerTier[edge]!,
    mentorRank: round.mentorTier[edge]!,
  };
}
