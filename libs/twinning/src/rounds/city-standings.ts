import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Theme } from '../suggestion-score.js';
import { type CityStanding, noStanding } from './ranking-rules.js';

interface Row {
  cityId: string;
  asks: Theme[];
  offers: Theme[];
  capacity: number | null;
  free: number | null;
}

/** Reads what cities ask for and offer; both are public. */
@Injectable()
export class CityStandings {
  constructor(private readonly database: Database) {}

  /** One statement, however many cities; a city that asks and offers nothing has {@link noStanding}. */
  async of(cityIds: readonly string[]): Promise<Map<string, CityStanding>> {
    const rows = await this.database.query<Row>(
      `select c.id as "cityId", o.capacity, o.capacity - o.active_count as free,
         array(select theme from learning_request r cross join unnest(r.themes) with ordinality as asked (theme, place)
               where r.city_id = c.id and r.open group by theme order by min(r.created_at), min(place)) as asks,
         array(select t.theme from mentor_offer_theme t where t.offer_id = o.id order by t.position) as offers
       from unnest($1::uuid[]) as c (id) left join mentor_offer o on o.city_id = c.id and o.open`,
      [cityIds],
    );
    return new Map(
      rows.map(({ cityId, asks, offers, capacity, free }) => [
        cityId,
        { asks, offers, places: capacity === null || free === null ? null : { capacity, free } },
      ]),
    );
  }

  /** Cities that this one may rank on that side now: open offers, or open requests, that share a theme with it. */
  async rankable(cityId: string, side: 'LEARNER' | 'MENTOR'): Promise<string[]> {
    const own = (await this.of([cityId])).get(cityId) ?? noStanding;
    const rows = await this.database.query<{ cityId: string }>(
      side === 'LEARNER'
        ? `select o.city_id as "cityId" from mentor_offer o where o.open and o.city_id <> $1 and exists
             (select from mentor_offer_theme t where t.offer_id = o.id and t.theme = any($2)) limit ${mostRankable}`
        : `select distinct r.city_id as "cityId" from learning_request r
           where r.open and r.city_id <> $1 and r.themes && $2::text[] limit ${mostRankable}`,
      [cityId, side === 'LEARNER' ? own.asks : own.offers],
    );
    return rows.map((row) => row.cityId);
  }
}

const mostRankable = 1000;
