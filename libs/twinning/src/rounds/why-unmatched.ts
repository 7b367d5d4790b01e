import { type RoundInstance, type RoundPair } from './matching/index.js';
import { type RoundSide } from './round.entity.js';

export type LeftOutFor = 'NO_CHOICES' | 'NOT_RANKED_BACK' | 'NO_PLACES' | 'PREFERRED_OTHERS' | 'AIM_GAVE_TO_OTHERS';

/** Why a city has got nobody; `cities` are those that the reason is about. */
export interface LeftOut {
  cityId: string;
  side: RoundSide;
  reason: LeftOutFor;
  cities: string[];
}

/**
 * Learners without a mentor, and mentors without a learner, each with what stood in the way, looked up in the round:
 * nobody ranked, not ranked back, no places, or all that it could have had went to others.
 */
export function leftOut(instance: RoundInstance, pairs: readonly RoundPair[]): LeftOut[] {
  const round = new RankedRound(instance, pairs);
  return [
    ...instance.learners.filter((id) => !round.mentorOf.has(id)).map((id) => learnerLeftOut(round, id)),
    ...instance.mentors.filter(({ id }) => !round.pairsOf.has(id)).map(({ id }) => mentorLeftOut(round, id)),
  ];
}

function learnerLeftOut(round: RankedRound, cityId: string): LeftOut {
  const because = (reason: LeftOutFor, cities: string[]): LeftOut => ({ cityId, side: 'LEARNER', reason, cities });
  const choices = round.choicesOf(cityId);
  if (choices.length === 0) return because('NO_CHOICES', []);
  const mutual = choices.filter((mentor) => round.tierAt(mentor, cityId) !== undefined);
  if (mutual.length === 0) return because('NOT_RANKED_BACK', choices);
  const withPlaces = mutual.filter((mentor) => (round.capacityOf.get(mentor) ?? 0) > 0);
  if (withPlaces.length === 0) return because('NO_PLACES', mutual);
  const preferOthers = withPlaces.every((mentor) => round.takesOnlyAsGood(mentor, cityId));
  return because(preferOthers ? 'PREFERRED_OTHERS' : 'AIM_GAVE_TO_OTHERS', withPlaces);
}

function mentorLeftOut(round: RankedRound, cityId: string): LeftOut {
  const because = (reason: LeftOutFor, cities: string[]): LeftOut => ({ cityId, side: 'MENTOR', reason, cities });
  const ranked = round.rankedBy(cityId);
  if (ranked.length === 0) return because('NO_CHOICES', []);
  const mutual = ranked.filter((learner) => round.choicesOf(learner).includes(cityId));
  if (mutual.length === 0) return because('NOT_RANKED_BACK', ranked);
  if ((round.capacityOf.get(cityId) ?? 0) === 0) return because('NO_PLACES', [cityId]);
  const preferOthers = mutual.every((learner) => round.hasAtLeastAsGood(learner, cityId));
  return because(preferOthers ? 'PREFERRED_OTHERS' : 'AIM_GAVE_TO_OTHERS', mutual);
}

/** A round with its result, by city. Tiers are positions of ties, from 0. */
class RankedRound {
  readonly mentorOf: ReadonlyMap<string, string>;
  readonly pairsOf: ReadonlyMap<string, RoundPair[]>;
  readonly capacityOf: ReadonlyMap<string, number>;
  private readonly tiers: ReadonlyMap<string, ReadonlyMap<string, number>>;

  constructor(
    private readonly instance: RoundInstance,
    pairs: readonly RoundPair[],
  ) {
    this.mentorOf = new Map(pairs.map(({ learner, mentor }) => [learner, mentor]));
    this.pairsOf = Map.groupBy(pairs, ({ mentor }) => mentor);
    this.capacityOf = new Map(instance.mentors.map(({ id, capacity }) => [id, capacity]));
    this.tiers = new Map([...instance.mentorRankings].map(([mentor, ranking]) => [mentor, tiersOf(ranking)]));
  }

  /** The mentors that a learner ranks, best first. */
  choicesOf(learner: string): string[] {
    const ranking = this.instance.learnerRankings.get(learner) ?? [];
    return [...new Set(ranking.flat().map(({ mentor }) => mentor))];
  }

  rankedBy(mentor: string): string[] {
    return [...(this.tiers.get(mentor)?.keys() ?? [])];
  }

  tierAt(mentor: string, learner: string): number | undefined {
    return this.tiers.get(mentor)?.get(learner);
  }

  /** Whether the mentor has learners, all of which it ranks as high as this one or higher. */
  takesOnlyAsGood(mentor: string, learner: string): boolean {
    const own = this.tierAt(mentor, learner) ?? Infinity;
    const taken = this.pairsOf.get(mentor) ?? [];
    return taken.length > 0 && taken.every((pair) => (this.tierAt(mentor, pair.learner) ?? Infinity) <= own);
  }

  /** Whether the learner has a mentor that it ranks as high as this one or higher. */
  hasAtLeastAsGood(learner: string, mentor: string): boolean {
    const other = this.mentorOf.get(learner);
    if (other === undefined) return false;
    const ranking = this.instance.learnerRankings.get(learner) ?? [];
    const tierOf = (id: string): number => ranking.findIndex((tie) => tie.some((choice) => choice.mentor === id));
    return tierOf(other) <= tierOf(mentor);
  }
}

const tiersOf = (ranking: readonly (readonly string[])[]): Map<string, number> =>
  new Map(ranking.flatMap((tie, tier) => tie.map((id) => [id, tier] as const)));
