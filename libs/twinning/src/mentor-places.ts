import { type Transaction } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { MentorOffer, type MentorOfferTheme } from './mentor-offer.entity.js';
import { type Theme } from './suggestion-score.js';
import { type Twinning } from './twinning.entity.js';
import { MentorAtCapacity, ThemePlacesTaken } from './twinning.refusals.js';

type Places = Pick<MentorOfferTheme, 'theme' | 'places' | 'activeCount'>;

/** The themes of an offer in its order, with the places taken on each. */
export const placesOf = (tx: Transaction, offerId: string): Promise<Places[]> =>
  tx.query<Places>(
    `select theme, places, active_count as "activeCount" from mentor_offer_theme where offer_id = $1 order by position`,
    [offerId],
  );

export const isTaken = ({ places, activeCount }: Omit<Places, 'theme'>): boolean =>
  places !== null && activeCount >= places;

/**
 * Takes the places of a twinning that starts: one in all, and one on each of its themes. The offer's row is locked
 * first, so that of those who start at once only as many come through as there are places.
 */
export async function takePlaces(
  tx: Transaction,
  { mentorId, themes }: Pick<Twinning, 'mentorId' | 'themes'>,
): Promise<void> {
  const offer = await tx.require(MentorOffer, { cityId: mentorId }, () => new NotFound('mentor offer'));
  if (offer.activeCount >= offer.capacity) throw new MentorAtCapacity(offer.capacity);
  const taken = (await placesOf(tx, offer.id)).filter((place) => themes.includes(place.theme) && isTaken(place));
  if (taken.length > 0) throw new ThemePlacesTaken(taken.map(({ theme }) => theme));
  await count(tx, offer.id, themes, { active: 1, completed: 0 });
}

/** Gives back the places of a twinning that has ended, and counts it as experience where it was completed. */
export async function freePlaces(tx: Transaction, { mentorId, themes }: Twinning, completed: boolean): Promise<void> {
  const offer = await tx.require(MentorOffer, { cityId: mentorId });
  await count(tx, offer.id, themes, { active: -1, completed: completed ? 1 : 0 });
}

/** The checks `mentor_offer_within_capacity` and `mentor_offer_theme_within_places` stand behind these counts. */
async function count(
  tx: Transaction,
  offerId: string,
  themes: Theme[],
  by: { active: number; completed: number },
): Promise<void> {
  const change = 'set active_count = active_count + $2, completed_count = completed_count + $3';
  await tx.query(`update mentor_offer ${change} where id = $1`, [offerId, by.active, by.completed]);
  await tx.query(`update mentor_offer_theme ${change} where offer_id = $1 and theme = any($4)`, [
    offerId,
    by.active,
    by.completed,
    themes,
  ]);
}
