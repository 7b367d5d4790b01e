import { Injectable } from '@nestjs/common';
import { Cities, CityExchanges } from '#cities';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { BadUserInput, NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { MentorOffer, MentorOfferTheme } from './mentor-offer.entity.js';
import { MentorOfferQueries, type OfferWithThemes } from './mentor-offer.queries.js';
import { type OfferMentoringInput } from './offer-mentoring.input.js';
import { type Theme } from './suggestion-score.js';
import { MentoringOffered } from './twinning.events.js';
import { twinningPolicy } from './twinning.policy.js';
import { CapacityBelowTaken, PlacesBelowTaken } from './twinning.refusals.js';

interface ThemeCount {
  theme: Theme;
  active: number;
  completed: number;
}

/** What cities offer as mentors. */
@Injectable()
export class MentorOffers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cities: Cities,
    private readonly exchanges: CityExchanges,
    private readonly offers: MentorOfferQueries,
  ) {}

  /** Makes the city's offer what the input says. Refused: {@link CapacityBelowTaken}, {@link PlacesBelowTaken}. */
  async offer(actor: Actor, input: OfferMentoringInput): Promise<OfferWithThemes> {
    if (!(await this.cities.find({ id: input.cityId }))) throw new NotFound('city');
    actor.require(twinningPolicy.offer(actor, input.cityId));
    const places = placesByTheme(input);
    return this.unitOfWork.run(async (tx) => {
      const offer = await this.lockedOfferOf(tx, input.cityId);
      if (offer.activeCount > input.capacity) throw new CapacityBelowTaken(offer.activeCount);
      const changed: MentorOffer = {
        ...offer,
        languages: [...new Set(input.languages)],
        formats: [...new Set(input.formats)],
        about: input.about ?? null,
        open: input.open ?? offer.open,
        capacity: input.capacity,
        updatedAt: this.clock.now(),
      };
      await tx.update(MentorOffer, { id: offer.id }, changed);
      await this.setThemes(tx, changed, places);
      await this.exchanges.mentorsOn(changed.cityId, changed.open ? [...places.keys()] : []);
      tx.record(new MentoringOffered(changed.id, changed.cityId, changed.open));
      return this.offers.requireOfCity(changed.cityId);
    });
  }

  /** The city's offer, made if there was none, locked so that no place is taken meanwhile. */
  private async lockedOfferOf(tx: Transaction, cityId: string): Promise<MentorOffer> {
    await tx.query(
      `insert into mentor_offer (id, city_id, languages, formats, open, capacity, updated_at)
       values ($1, $2, '{}', '{}', true, 0, $3) on conflict (city_id) do nothing`,
      [newId(), cityId, this.clock.now()],
    );
    return tx.require(MentorOffer, { cityId });
  }

  /** Counts what is taken anew, since a theme may have been off the offer while a twinning on it went on. */
  private async setThemes(tx: Transaction, offer: MentorOffer, places: Map<Theme, number | null>): Promise<void> {
    const counts = await tx.query<ThemeCount>(
      `select theme, count(*) filter (where status = 'ACTIVE')::int as active,
              count(*) filter (where status = 'COMPLETED')::int as completed
       from twinning cross join unnest(themes) as theme
       where mentor_id = $1 and status in ('ACTIVE', 'COMPLETED') group by theme`,
      [offer.cityId],
    );
    await tx.query('delete from mentor_offer_theme where offer_id = $1', [offer.id]);
    let position = 0;
    for (const [theme, most] of places) {
      const { active, completed } = counts.find((count) => count.theme === theme) ?? { active: 0, completed: 0 };
      if (most !== null && active > most) throw new PlacesBelowTaken(theme, active);
      await tx.insert(MentorOfferTheme, {
        offerId: offer.id,
        theme,
        position: position++,
        places: most,
        activeCount: active,
        completedCount: completed,
      });
    }
  }
}

/** Places by theme in the order of the themes; null where a theme may use the whole capacity. */
function placesByTheme({ themes, places, capacity }: OfferMentoringInput): Map<Theme, number | null> {
  const byTheme = new Map<Theme, number | null>(themes.map((theme) => [theme, null]));
  const named = new Set<Theme>();
  for (const { theme, places: most } of places ?? []) {
    if (!byTheme.has(theme))
      throw new BadUserInput(`${theme} has places but is not among the themes on offer.`, 'places');
    if (named.has(theme)) throw new BadUserInput(`Places on ${theme} are given twice.`, 'places');
    if (most > capacity) {
      throw new BadUserInput(`${most} places on ${theme} are more than the ${capacity} there are in all.`, 'places');
    }
    named.add(theme);
    byTheme.set(theme, most);
  }
  return byTheme;
}
