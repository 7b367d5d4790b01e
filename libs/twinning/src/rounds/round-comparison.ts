import { type RoundSolution } from './matching/index.js';
import { RoundAim } from './round.entity.js';

export interface RankCount {
  rank: number;
  count: number;
}

/** What one aim makes of a round; `unmatchedIds` are learners. */
export interface Comparison {
  aim: RoundAim;
  chosen: boolean;
  pairs: number;
  learnerRanks: RankCount[];
  mentorRanks: RankCount[];
  unmatchedIds: string[];
  blockingPairs: number;
}

/** The three aims beside each other, always in the same order. */
export const compareAims = (solutions: Record<RoundAim, RoundSolution>, chosen: RoundAim): Comparison[] =>
  Object.values(RoundAim).map((aim) => {
    const { pairs, unmatched, blockingPairs } = solutions[aim];
    return {
      aim,
      chosen: aim === chosen,
      pairs: pairs.length,
      learnerRanks: distribution(pairs.map(({ learnerRank }) => learnerRank)),
      mentorRanks: distribution(pairs.map(({ mentorRank }) => mentorRank)),
      unmatchedIds: unmatched,
      blockingPairs: blockingPairs.length,
    };
  });

/** How often each rank comes, from the first. */
function distribution(ranks: readonly (number | null)[]): RankCount[] {
  const counts = Map.groupBy(
    ranks.filter((rank) => rank !== null),
    (rank) => rank,
  );
  return [...counts].map(([rank, all]) => ({ rank, count: all.length })).sort((one, other) => one.rank - other.rank);
}
