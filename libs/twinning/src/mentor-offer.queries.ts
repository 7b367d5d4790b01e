import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { type MentorOffer, type MentorOfferTheme } from './mentor-offer.entity.js';
import { type Theme } from './suggestion-score.js';

/** An offer with its themes, in the order in which the city named them. */
export interface OfferWithThemes extends MentorOffer {
  themePlaces: Pick<MentorOfferTheme, 'theme' | 'places' | 'activeCount' | 'completedCount'>[];
}

const columns = `o.id, o.city_id as "cityId", o.languages, o.formats, o.about, o.open, o.capacity,
  o.active_count as "activeCount", o.completed_count as "completedCount", o.updated_at as "updatedAt",
  (select json_agg(json_build_object('theme', t.theme, 'places', t.places, 'activeCount', t.active_count,
     'completedCount', t.completed_count) order by t.position)
   from mentor_offer_theme t where t.offer_id = o.id) as "themePlaces"`;

/** Reads offers; they are public. */
@Injectable()
export class MentorOfferQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<OfferWithThemes[]> {
    return this.database.query(`select ${columns} from mentor_offer o where o.id = any($1::uuid[])`, [ids]);
  }

  byCities(cityIds: readonly string[]): Promise<OfferWithThemes[]> {
    return this.database.query(`select ${columns} from mentor_offer o where o.city_id = any($1::uuid[])`, [cityIds]);
  }

  async requireOfCity(cityId: string): Promise<OfferWithThemes> {
    const [offer] = await this.byCities([cityId]);
    if (!offer) throw new NotFound('mentor offer');
    return offer;
  }

  /** Every open offer on at least one of the themes, but the city's own. */
  openOn(themes: readonly Theme[], learnerId: string): Promise<OfferWithThemes[]> {
    return this.database.query(
      `select ${columns} from mentor_offer o where o.open and o.city_id <> $2
       and exists (select from mentor_offer_theme t where t.offer_id = o.id and t.theme = any($1))`,
      [themes, learnerId],
    );
  }
}
