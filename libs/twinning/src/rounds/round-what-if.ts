import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { InvalidTransition, NotFound } from '#platform/refusals';
import { type RoundInstance, type RoundMentor, type RoundPair, solveInWorker } from './matching/index.js';
import { certifiedRound } from './round-certificate.js';
import { type RoundWhatIfArgs } from './round.input.js';
import { roundPolicy } from './round.policy.js';
import { RoundQueries } from './round.queries.js';
import { InfeasiblePlaces, NotMentorOfThisRound, ThemeWithoutPlaces } from './round.refusals.js';

const mostPlaces = 100;

/** What changes for one learner; null where it is left without a mentor. */
export interface Shift {
  cityId: string;
  from: RoundPair | null;
  to: RoundPair | null;
}

export interface WhatIf {
  mentorId: string;
  placesNow: number;
  places: number;
  pairsNow: number;
  pairs: number;
  gains: Shift[];
  losses: Shift[];
}

/** Answers organisers who would gain, and who lose, if a mentor had other places. */
@Injectable()
export class RoundWhatIf {
  constructor(private readonly rounds: RoundQueries) {}

  /** Solves the computed round anew under its aim; keeps nothing. Refused: {@link InfeasiblePlaces}, {@link NotMentorOfThisRound}, {@link ThemeWithoutPlaces}. */
  async ask(actor: Actor, { roundId, mentorId, places, theme }: RoundWhatIfArgs): Promise<WhatIf> {
    actor.require(roundPolicy.organise(actor));
    const round = await this.rounds.byId(roundId);
    if (!round) throw new NotFound('matching round');
    const [result] = await this.rounds.resultsOf([round.id]);
    if (!result) throw new InvalidTransition('This round is not computed yet.');
    if (places < 0 || places > mostPlaces) throw new InfeasiblePlaces(mostPlaces);
    const { instance, solution } = certifiedRound(result.certificate);
    const mentor = instance.mentors.find(({ id }) => id === mentorId.toLowerCase());
    if (!mentor) throw new NotMentorOfThisRound();
    const other = await solveInWorker(round.aim, withMentor(instance, withPlaces(mentor, places, theme ?? null)));
    return {
      mentorId: mentor.id,
      placesNow: mentor.capacity,
      places,
      pairsNow: solution.pairs.length,
      pairs: other.pairs.length,
      ...shiftsBetween(solution.pairs, other.pairs),
    };
  }
}

/** Places by theme change by as much as those in all: on the one theme, or on each. */
function withPlaces(mentor: RoundMentor, capacity: number, theme: string | null): RoundMentor {
  const change = capacity - mentor.capacity;
  if (theme !== null && !mentor.themes?.some((pool) => pool.theme === theme)) throw new ThemeWithoutPlaces();
  if (!mentor.themes) return { ...mentor, capacity };
  const themes = mentor.themes.map((pool) =>
    theme === null || pool.theme === theme ? { ...pool, places: Math.max(0, pool.places + change) } : pool,
  );
  return { ...mentor, capacity, themes };
}

const withMentor = (instance: RoundInstance, changed: RoundMentor): RoundInstance => ({
  ...instance,
  mentors: instance.mentors.map((mentor) => (mentor.id === changed.id ? changed : mentor)),
});

/** Learners whose lot differs, by whether it is better; who changes between equals neither gains nor loses. */
export function shiftsBetween(
  now: readonly RoundPair[],
  then: readonly RoundPair[],
): { gains: Shift[]; losses: Shift[] } {
  const nowOf = new Map(now.map((pair) => [pair.learner, pair]));
  const thenOf = new Map(then.map((pair) => [pair.learner, pair]));
  const shifts = [...new Set([...nowOf.keys(), ...thenOf.keys()])]
    .sort()
    .map((cityId) => ({ cityId, from: nowOf.get(cityId) ?? null, to: thenOf.get(cityId) ?? null }));
  const rank = (pair: RoundPair | null): number => pair?.learnerRank ?? Infinity;
  return {
    gains: shifts.filter(({ from, to }) => rank(to) < rank(from)),
    losses: shifts.filter(({ from, to }) => rank(to) > rank(from)),
  };
}
