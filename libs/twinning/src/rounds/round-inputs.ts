import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Cities, type City } from '#cities';
import { Database } from '#platform/database';
import { MentorOfferQueries, type OfferWithThemes } from '../mentor-offer.queries.js';
import { candidate, factsOf } from '../mentor-suggestions.js';
import { type LearningNeed, scoreSuggestion } from '../suggestion-score.js';
import { buildInstance } from './build-instance.js';
import { CityStandings } from './city-standings.js';
import { type RoundInstance } from './matching/index.js';
import { type MatchingRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';

/** Learners scored before the event loop has its turn. */
const atOnce = 20;

/** Reads what a round is computed from. */
@Injectable()
export class RoundInputs {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundQueries,
    private readonly offers: MentorOfferQueries,
    private readonly standings: CityStandings,
    private readonly cities: Cities,
  ) {}

  /** The instance as it stands at this moment, without scores. */
  async of(round: Pick<MatchingRound, 'id' | 'seed'>): Promise<RoundInstance> {
    const rankings = await this.rounds.rankingsOf([round.id]);
    const cityIds = [...new Set(rankings.flatMap(({ cityId, ranking }) => [cityId, ...ranking.flat()]))];
    const offers = await this.offers.byCities(cityIds);
    return buildInstance({ rankings, offers, standings: await this.standings.of(cityIds), seed: round.seed });
  }

  /** The instance with the suggestion scores of all pairs that rank each other. */
  async scored(instance: RoundInstance): Promise<RoundInstance> {
    const offers = await this.offers.byCities(instance.mentors.map(({ id }) => id));
    return { ...instance, scores: await this.scoresOf(instance, offers) };
  }

  private async scoresOf(instance: RoundInstance, offers: readonly OfferWithThemes[]): Promise<Map<string, number>> {
    const cities = await this.cities.byIds([...instance.learners, ...instance.mentors.map(({ id }) => id)]);
    const cityOf = new Map(cities.map((city) => [city.id, city]));
    const offerOf = new Map(offers.map((offer) => [offer.cityId, offer]));
    const needs = await this.needsOf(instance.learners);
    const takers = new Map([...instance.mentorRankings].map(([mentor, ranking]) => [mentor, new Set(ranking.flat())]));
    const scores = new Map<string, number>();
    let scored = 0;
    for (const [learner, ranking] of instance.learnerRankings) {
      if (++scored % atOnce === 0) await setImmediate();
      for (const mentor of new Set(ranking.flat().map((choice) => choice.mentor))) {
        if (!takers.get(mentor)?.has(learner)) continue;
        const score = scoreOf(needs.get(learner), cityOf.get(learner), cityOf.get(mentor), offerOf.get(mentor));
        if (score > 0) scores.set(`${learner} ${mentor}`, score);
      }
    }
    return scores;
  }

  /** All that each city asks for in its open requests, as one need. */
  private async needsOf(cityIds: readonly string[]): Promise<Map<string, LearningNeed>> {
    const needs = await this.database.query<LearningNeed>(
      `select r.city_id as "cityId", array_agg(distinct theme) as themes,
         coalesce(array_agg(distinct spoken) filter (where spoken is not null), '{}') as languages,
         coalesce(array_agg(distinct format) filter (where format is not null), '{}') as formats
       from learning_request r cross join unnest(r.themes) as theme
         left join unnest(r.languages) as spoken on true left join unnest(r.formats) as format on true
       where r.open and r.city_id = any($1::uuid[]) group by r.city_id`,
      [cityIds],
    );
    return new Map(needs.map((need) => [need.cityId, need]));
  }
}

/** Rounded to six decimals, so that the number in a certificate is the number that was added up. */
function scoreOf(
  need: LearningNeed | undefined,
  learner: City | undefined,
  mentor: City | undefined,
  offer: OfferWithThemes | undefined,
): number {
  if (!need || !learner || !mentor || !offer) return 0;
  const suggestion = scoreSuggestion(need, factsOf(learner), candidate(need, mentor, offer));
  return Math.round((suggestion?.score ?? 0) * 1e6) / 1e6;
}
