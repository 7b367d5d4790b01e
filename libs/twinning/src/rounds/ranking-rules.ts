import { type Theme } from '../suggestion-score.js';
import { type RoundSide } from './round.entity.js';

/** What a city asks for and offers at this moment, as far as rankings depend on it. */
export interface CityStanding {
  /** Themes of its open learning requests. */
  asks: readonly Theme[];
  /** Themes of its open offer. */
  offers: readonly Theme[];
  /** Places of its open offer; null where it has none. */
  places: { capacity: number; free: number } | null;
}

export const noStanding: CityStanding = { asks: [], offers: [], places: null };

/** Why a city cannot rank on a side at all. */
export type RankerFault = 'NO_REQUEST' | 'NO_OFFER' | 'NO_PLACE';

/** Why one city cannot stand in another's ranking. */
export type ChoiceFault = 'ITSELF' | 'NO_REQUEST' | 'NO_OFFER' | 'NOTHING_IN_COMMON';

export function rankerFault(side: RoundSide, { asks, places }: CityStanding): RankerFault | null {
  if (side === 'LEARNER') return asks.length === 0 ? 'NO_REQUEST' : null;
  if (places === null) return 'NO_OFFER';
  return places.free <= 0 ? 'NO_PLACE' : null;
}

/** A mentor that is full today may be ranked all the same: places come free until the round is computed. */
export function choiceFault(
  side: RoundSide,
  ranker: CityStanding & { cityId: string },
  choice: CityStanding & { cityId: string },
): ChoiceFault | null {
  if (ranker.cityId === choice.cityId) return 'ITSELF';
  const [learner, mentor] = side === 'LEARNER' ? [ranker, choice] : [choice, ranker];
  if (mentor.places === null) return 'NO_OFFER';
  if (learner.asks.length === 0) return 'NO_REQUEST';
  return sharedThemes(learner, mentor).length === 0 ? 'NOTHING_IN_COMMON' : null;
}

/** The themes that the learner asks for and the mentor offers, in the learner's order. */
export const sharedThemes = ({ asks }: Pick<CityStanding, 'asks'>, { offers }: Pick<CityStanding, 'offers'>): Theme[] =>
  asks.filter((theme) => offers.includes(theme));

/** Those that stand in the list more than once, each named once. */
export function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice];
}
