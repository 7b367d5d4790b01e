import { type OfferWithThemes } from '../mentor-offer.queries.js';
import { type Theme } from '../suggestion-score.js';
import { type RankedPlace, type RoundInstance, type RoundMentor } from './matching/index.js';
import { type CityStanding, noStanding, sharedThemes } from './ranking-rules.js';
import { type RoundRanking } from './round.entity.js';

export interface RoundFacts {
  rankings: readonly Pick<RoundRanking, 'cityId' | 'side' | 'ranking'>[];
  /** Of the mentors; a city without an open offer has no places. */
  offers: readonly OfferWithThemes[];
  standings: ReadonlyMap<string, CityStanding>;
  seed: string;
}

/**
 * What the solver solves: cities that rank or are ranked, the places that are free now, and the rankings as far as
 * they can come true. A choice with which nothing is shared any more is left out, since a request or an offer may have
 * closed; of a mentor with places by theme, a learner ranks those on each theme that it asks for, all alike.
 */
export function buildInstance({ rankings, offers, standings, seed }: RoundFacts): RoundInstance {
  const ofLearners = rankings.filter(({ side }) => side === 'LEARNER');
  const ofMentors = rankings.filter(({ side }) => side === 'MENTOR');
  const learners = participants(ofLearners, ofMentors);
  const offerOf = new Map(offers.filter(({ open }) => open).map((offer) => [offer.cityId, offer]));
  const mentors = participants(ofMentors, ofLearners).map((id) => mentorOf(id, offerOf.get(id)));
  const byTheme = new Set(mentors.filter(({ themes }) => themes).map(({ id }) => id));
  const shared = (learner: string, mentor: string): Theme[] =>
    sharedThemes(standings.get(learner) ?? noStanding, standings.get(mentor) ?? noStanding);
  const choices = (learner: string, mentor: string): RankedPlace[] => {
    const themes = shared(learner, mentor);
    if (themes.length === 0) return [];
    return byTheme.has(mentor) ? themes.map((theme) => ({ mentor, theme })) : [{ mentor, theme: null }];
  };
  return {
    learners,
    mentors,
    learnerRankings: rankingsOf(ofLearners, (learner, mentor) => choices(learner, mentor)),
    mentorRankings: rankingsOf(ofMentors, (mentor, learner) => (shared(learner, mentor).length > 0 ? [learner] : [])),
    seed,
  };
}

/** Those who rank and those who are ranked by the other side, sorted. */
const participants = (own: RoundFacts['rankings'], others: RoundFacts['rankings']): string[] =>
  [...new Set([...own.map(({ cityId }) => cityId), ...others.flatMap(({ ranking }) => ranking.flat())])].sort();

function mentorOf(id: string, offer: OfferWithThemes | undefined): RoundMentor {
  if (!offer) return { id, capacity: 0 };
  const capacity = free(offer.capacity, offer.activeCount);
  if (offer.themePlaces.every(({ places }) => places === null)) return { id, capacity };
  const themes = offer.themePlaces
    .map(({ theme, places, activeCount }) => ({
      theme,
      places: places === null ? capacity : free(places, activeCount),
    }))
    .sort((one, other) => (one.theme < other.theme ? -1 : 1));
  return { id, capacity, themes };
}

const free = (places: number, taken: number): number => Math.max(0, places - taken);

/** Ties that nothing is left of fall away, so that what remains moves up. */
function rankingsOf<Choice>(
  rankings: RoundFacts['rankings'],
  choices: (cityId: string, other: string) => Choice[],
): Map<string, Choice[][]> {
  const feasible = rankings
    .toSorted((one, other) => (one.cityId < other.cityId ? -1 : 1))
    .map(({ cityId, ranking }) => {
      const ties = ranking.map((tie) => tie.toSorted().flatMap((other) => choices(cityId, other)));
      return [cityId, ties.filter((tie) => tie.length > 0)] as const;
    });
  return new Map(feasible);
}
