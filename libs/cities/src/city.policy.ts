import { type Actor } from '#platform/access';

/** Who may change the directory: organisers and administrators fill it, a city's focal points keep their own entry. */
export const cityPolicy = {
  create: (actor: Actor): boolean => actor.isAdmin || actor.has('ORGANISER'),
  change: (actor: Actor, cityId: string): boolean => cityPolicy.create(actor) || actor.isFocalPointOf(cityId),
};

/** Who may found networks, and whose word it is that a city joins or leaves one. */
export const networkPolicy = {
  create: (actor: Actor): boolean => actor.isAdmin || actor.has('ORGANISER'),
  speakFor: (actor: Actor, cityId: string): boolean => actor.isFocalPointOf(cityId),
};
