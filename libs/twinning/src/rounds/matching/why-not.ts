import { changed, stepsOf, type RoundChange } from './round-changes.js';
import {
  ALGORITHMS,
  UnsoundRound,
  type RankedPlace,
  type RoundAim,
  type RoundInstance,
  type RoundPair,
  type RoundSolution,
} from './round-instance.js';
import { solve } from './solve.js';

export type WhyNotReason =
  | 'TOGETHER'
  | 'NEITHER_RANKED'
  | 'LEARNER_DID_NOT_RANK'
  | 'MENTOR_DID_NOT_RANK'
  | 'NO_PLACES'
  | 'LEARNER_HAS_BETTER'
  | 'LEARNER_HAS_EQUAL'
  | 'PLACES_TAKEN'
  | 'SUM_IS_HIGHER';

/** Who has a place that the learner would have: ranked before it, or equal and drawn or kept, or for the sum of scores. */
export interface StandsBefore extends RoundPair {
  by: 'RANK' | 'DRAW' | 'EQUAL' | 'SUM';
}

export interface WhyNot {
  reason: WhyNotReason;
  learner: string;
  mentor: string;
  /** The best rank that the learner gives one of the mentor's places. */
  learnerRank: number | null;
  mentorRank: number | null;
  /** What the learner has instead. */
  has: RoundPair | null;
  standsBefore: StandsBefore[];
  /**
   * Changes that would give the pair, fewest steps first; those of one way are needed together. Each was computed anew
   * with its changes, so that it holds if all else stays. Empty where no change of this pair alone gives it.
   */
  ways: RoundChange[][];
}

/** More places than these, or longer moves in a ranking, are not tried one by one. */
const TRIES = 32;

/** Why two are not together in a computed round, and what would bring them together. Solves the round many times over. */
export function whyNot(instance: RoundInstance, solution: RoundSolution, learner: string, mentor: string): WhyNot {
  const question = new Question(instance, solution, learner, mentor);
  const reason = question.reason();
  return {
    reason,
    learner,
    mentor,
    learnerRank: question.learnerRank,
    mentorRank: question.mentorRank,
    has: question.has,
    standsBefore: question.standsBefore(),
    ways: reason === 'TOGETHER' ? [] : question.ways(),
  };
}

class Question {
  readonly aim: RoundAim;
  readonly has: RoundPair | null;
  readonly learnerRank: number | null;
  readonly mentorRank: number | null;
  private readonly place: RankedPlace;
  private readonly places: { capacity: number; ofPlace: number };

  constructor(
    private readonly instance: RoundInstance,
    private readonly solution: RoundSolution,
    private readonly learner: string,
    private readonly mentor: string,
  ) {
    this.aim = aimOf(solution);
    const offered = instance.mentors.find(({ id }) => id === mentor);
    if (!offered || !instance.learners.includes(learner))
      throw new UnsoundRound(`${learner} and ${mentor} are no learner and mentor of this round.`);
    const ranking = instance.learnerRankings.get(learner) ?? [];
    const first = ranking.flat().find((place) => place.mentor === mentor);
    this.place = first ?? { mentor, theme: offered.themes?.[0]?.theme ?? null };
    const pool = offered.themes?.find(({ theme }) => theme === this.place.theme);
    this.places = { capacity: offered.capacity, ofPlace: Math.min(offered.capacity, pool?.places ?? offered.capacity) };
    this.has = solution.pairs.find((pair) => pair.learner === learner) ?? null;
    this.learnerRank = rankIn(ranking, (place) => place.mentor === mentor);
    this.mentorRank = rankIn(instance.mentorRankings.get(mentor) ?? [], (id) => id === learner);
  }

  reason(): WhyNotReason {
    if (this.has?.mentor === this.mentor) return 'TOGETHER';
    if (this.learnerRank === null) return this.mentorRank === null ? 'NEITHER_RANKED' : 'LEARNER_DID_NOT_RANK';
    if (this.mentorRank === null) return 'MENTOR_DID_NOT_RANK';
    if (this.places.ofPlace === 0) return 'NO_PLACES';
    if (this.has !== null && this.has.learnerRank! < this.learnerRank) return 'LEARNER_HAS_BETTER';
    if (this.has !== null && this.has.learnerRank === this.learnerRank) return 'LEARNER_HAS_EQUAL';
    return this.aim === 'BEST_FIT' && !this.isTaken() ? 'SUM_IS_HIGHER' : 'PLACES_TAKEN';
  }

  standsBefore(): StandsBefore[] {
    if (this.has?.mentor === this.mentor) return [];
    return this.holders().map((pair) => ({ ...pair, by: this.standingOf(pair) }));
  }

  /** Each kind of change at its smallest, after what is needed in any case. */
  ways(): RoundChange[][] {
    const needed = this.needed();
    const ways: RoundChange[][] = [];
    if (needed.length > 0 && this.gives(needed)) ways.push(needed);
    else ways.push(...[this.byPlaces(needed), this.byRank(needed), this.byScore(needed)].filter((way) => way !== null));
    const steps = (way: RoundChange[]) => way.reduce((sum, change) => sum + stepsOf(change), 0);
    return ways.sort((one, two) => steps(one) - steps(two));
  }

  /** Holders of the place's pool where that is full, else of all that the mentor has. */
  private holders(): RoundPair[] {
    const held = this.solution.pairs.filter((pair) => pair.mentor === this.mentor);
    const inPool = held.filter((pair) => pair.theme === this.place.theme);
    return inPool.length >= this.places.ofPlace ? inPool : held.length >= this.places.capacity ? held : [];
  }

  private standingOf(pair: RoundPair): StandsBefore['by'] {
    if (this.mentorRank === null || pair.mentorRank! < this.mentorRank) return 'RANK';
    if (this.aim === 'BEST_FIT') return 'SUM';
    return this.aim === 'LEARNERS_FIRST' ? 'DRAW' : 'EQUAL';
  }

  private isTaken(): boolean {
    const holders = this.holders();
    return holders.length > 0 && holders.every((pair) => pair.mentorRank! < this.mentorRank!);
  }

  /** Both have to rank each other, and under the stable aims the learner before what it has. */
  private needed(): RoundChange[] {
    const { learner, mentor, place, has, instance } = this;
    const changes: RoundChange[] = [];
    const stable = this.aim !== 'BEST_FIT';
    const behind = stable && has !== null && (this.learnerRank === null || has.learnerRank! <= this.learnerRank);
    if (this.learnerRank === null || behind) {
      const last = (instance.learnerRankings.get(learner)?.length ?? 0) + 1;
      const rank = behind ? has.learnerRank! : last;
      changes.push({ kind: 'LEARNER_RANKS', learner, mentor, theme: place.theme, from: this.learnerRank, rank });
    }
    if (this.mentorRank === null) {
      const rank = (instance.mentorRankings.get(mentor)?.length ?? 0) + 1;
      changes.push({ kind: 'MENTOR_RANKS', mentor, learner, from: null, rank });
    }
    return changes;
  }

  private byPlaces(needed: RoundChange[]): RoundChange[] | null {
    const { mentor, place } = this;
    const more = (places: number): RoundChange[] => [
      ...needed,
      { kind: 'MORE_PLACES', mentor, theme: place.theme, places },
    ];
    const most = Math.min(TRIES, this.instance.mentorRankings.get(mentor)?.length ?? 1);
    for (let places = 1; places <= most; places++) if (this.gives(more(places))) return more(places);
    return null;
  }

  private byRank(needed: RoundChange[]): RoundChange[] | null {
    if (this.aim === 'BEST_FIT') return null;
    const { learner, mentor, mentorRank: from } = this;
    const others = needed.filter((change) => change.kind !== 'MENTOR_RANKS');
    const last = from ?? (this.instance.mentorRankings.get(mentor)?.length ?? 0) + 1;
    const at = (rank: number): RoundChange[] => [...others, { kind: 'MENTOR_RANKS', mentor, learner, from, rank }];
    if (!this.gives(at(1))) return null;
    // A better rank never loses a place in deferred acceptance; elsewhere each rank is tried, nearest first.
    if (this.aim === 'LEARNERS_FIRST') return at(lastThat(1, last, (rank) => this.gives(at(rank))));
    for (let rank = last; rank > Math.max(1, last - TRIES); rank--) if (this.gives(at(rank))) return at(rank);
    return at(1);
  }

  /** The score at which the pair pays: what the best sum with the pair is short of the best sum, and a little more. */
  private byScore(needed: RoundChange[]): RoundChange[] | null {
    if (this.aim !== 'BEST_FIT') return null;
    const { learner, mentor } = this;
    const scores = this.instance.scores ?? new Map<string, number>();
    const from = scores.get(`${learner} ${mentor}`) ?? 0;
    const way = (to: number): RoundChange[] => [...needed, { kind: 'SCORE', learner, mentor, from, to }];
    const forced = this.solved(way(1000)).pairs;
    if (!forced.some((pair) => this.isThis(pair))) return null;
    const sum = (pairs: RoundPair[]) =>
      pairs.reduce((total, pair) => total + 1 + millionths(scores.get(`${pair.learner} ${pair.mentor}`)), 0);
    const to = (millionths(from) + sum(this.solution.pairs) - sum(forced) + 1) / 1e6;
    return to <= 1000 && this.gives(way(to)) ? way(to) : null;
  }

  private solved(changes: RoundChange[]): RoundSolution {
    return solve(this.aim, changes.reduce(changed, this.instance));
  }

  private gives(changes: RoundChange[]): boolean {
    return this.solved(changes).pairs.some((pair) => this.isThis(pair));
  }

  private isThis(pair: RoundPair): boolean {
    return pair.learner === this.learner && pair.mentor === this.mentor;
  }
}

function aimOf({ algorithm }: RoundSolution): RoundAim {
  const found = Object.entries(ALGORITHMS).find(([, name]) => name === algorithm);
  if (!found) throw new UnsoundRound(`Nothing is known of the algorithm ${algorithm}.`);
  return found[0] as RoundAim;
}

function rankIn<T>(ranking: readonly (readonly T[])[], isThis: (entry: T) => boolean): number | null {
  const tie = ranking.findIndex((entries) => entries.some(isThis));
  return tie === -1 ? null : tie + 1;
}

const millionths = (score = 0): number => Math.round(score * 1e6);

/** The last number from `first`, for which it holds, up to `last`, where what holds for a number holds for all before it. */
function lastThat(first: number, last: number, holds: (value: number) => boolean): number {
  let [yes, no] = [first, last + 1];
  while (no - yes > 1) {
    const middle = (yes + no) >> 1;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
