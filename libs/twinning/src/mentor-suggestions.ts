import { Injectable } from '@nestjs/common';
import { type City, CityLoader } from '#cities';
import { type Loaders } from '#platform/graphql';
import { type LearningRequest } from './learning-request.entity.js';
import { MentorOfferQueries, type OfferWithThemes } from './mentor-offer.queries.js';
import {
  type CityFacts,
  type LearningNeed,
  type MentorCandidate,
  rankSuggestions,
  type Suggestion,
} from './suggestion-score.js';

export interface MentorSuggestion extends Suggestion {
  offer: OfferWithThemes;
}

const defaultSize = 10;

/** Finds mentors for a learning request. */
@Injectable()
export class MentorSuggestions {
  constructor(
    private readonly offers: MentorOfferQueries,
    private readonly cities: CityLoader,
  ) {}

  /** The best of all open offers that share a theme: two statements, whatever their number; the scores are computed here. */
  async of(request: LearningRequest, first: number | null | undefined, loaders: Loaders): Promise<MentorSuggestion[]> {
    const offers = await this.offers.openOn(request.themes, request.cityId);
    const cities = await loaders.by(this.cities).loadMany([request.cityId, ...offers.map(({ cityId }) => cityId)]);
    const byId = new Map(cities.flatMap((city) => (city && !(city instanceof Error) ? [[city.id, city]] : [])));
    const learner = byId.get(request.cityId);
    if (!learner) return [];
    const candidates = offers.flatMap((offer) => {
      const city = byId.get(offer.cityId);
      return city ? [candidate(request, city, offer)] : [];
    });
    const offerOf = new Map(offers.map((offer) => [offer.cityId, offer]));
    return rankSuggestions(request, factsOf(learner), candidates)
      .slice(0, first ?? defaultSize)
      .flatMap((suggestion) => {
        const offer = offerOf.get(suggestion.mentorId);
        return offer ? [{ ...suggestion, offer }] : [];
      });
  }
}

/** What the score knows of a city. */
export const factsOf = ({ country, kind, population, latitude, longitude }: City): CityFacts => ({
  country,
  kind,
  population,
  location: latitude === null || longitude === null ? null : { latitude, longitude },
});

/** A mentor as the score sees it, with the places that are free on what this learner asks for. */
export function candidate(request: LearningNeed, city: City, offer: OfferWithThemes): MentorCandidate {
  return {
    city: { id: city.id, name: city.name, ...factsOf(city) },
    offer: {
      themes: offer.themePlaces.map(({ theme }) => theme),
      places: null,
      languages: offer.languages,
      formats: offer.formats,
      capacity: offer.capacity,
      activeCount: offer.capacity - freePlaces(request, offer),
      open: offer.open,
    },
    experience: {
      completed: offer.completedCount,
      completedByTheme: Object.fromEntries(
        offer.themePlaces.map(({ theme, completedCount }) => [theme, completedCount]),
      ),
    },
  };
}

/** Places that this learner could have: of those free in all, no more than are free on the best of the themes asked for. */
function freePlaces(
  request: Pick<LearningNeed, 'themes'>,
  { capacity, activeCount, themePlaces }: OfferWithThemes,
): number {
  const onThemes = themePlaces
    .filter(({ theme }) => request.themes.includes(theme))
    .map(({ places, activeCount: taken }) => (places ?? capacity) - taken);
  return Math.max(0, Math.min(capacity - activeCount, ...(onThemes.length > 0 ? [Math.max(...onThemes)] : [])));
}
