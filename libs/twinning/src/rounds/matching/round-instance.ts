/** What a round asks for: see the three algorithms of {@link ALGORITHMS}. */
export type RoundAim = 'LEARNERS_FIRST' | 'MOST_PAIRS' | 'BEST_FIT';

/** A place that a learner may rank: a mentor, on one of its themes where it offers themes. */
export interface RankedPlace {
  mentor: string;
  theme: string | null;
}

export interface RoundMentor {
  id: string;
  /** Places in all, whatever the themes. */
  capacity: number;
  /** Without themes there is one pool of `capacity` places, ranked with `theme: null`. */
  themes?: { theme: string; places: number }[];
}

/** Everything that decides a round. Only a pair that both sides rank may come of it. */
export interface RoundInstance {
  /** Ids in a fixed order: sorted. */
  learners: string[];
  /** Sorted by id. */
  mentors: RoundMentor[];
  /** Best first; an inner list is a tie. */
  learnerRankings: Map<string, RankedPlace[][]>;
  /** Learner ids, best first; an inner list is a tie. A mentor that ranks nobody takes nobody. */
  mentorRankings: Map<string, string[][]>;
  /** Published beforehand: draws the order inside a tie, see {@link drawOf}. */
  seed: string;
  /** By `${learner} ${mentor}`, for best fit; a pair without a score counts 0. */
  scores?: Map<string, number>;
}

/** Ranks are positions of ties: 1 for all that share the first tie; null where that side did not rank the other. */
export interface RoundPair {
  learner: string;
  mentor: string;
  theme: string | null;
  learnerRank: number | null;
  mentorRank: number | null;
}

export interface RoundSolution {
  /** In the learners' order. */
  pairs: RoundPair[];
  unmatched: string[];
  /** Weakly blocking: each side would strictly rather have the other. Empty for the two stable aims. */
  blockingPairs: RoundPair[];
  /** One of {@link ALGORITHMS}. */
  algorithm: string;
}

/** Names that certificates carry; a change of what an algorithm answers needs a new name. */
export const ALGORITHMS: Readonly<Record<RoundAim, string>> = {
  LEARNERS_FIRST: 'spa-s-learner-proposing-deferred-acceptance/1',
  MOST_PAIRS: 'spa-st-three-halves-with-tie-exchanges/1',
  BEST_FIT: 'maximum-weight-b-matching/1',
};

/** A round that contradicts itself: an id that nobody has, a place ranked twice, a capacity that is no number of places. */
export class UnsoundRound extends Error {
  override readonly name = 'UnsoundRound';
}
