import type { Actor, Standing } from '#platform/access';
import type { Person } from './person.entity.js';

/** Who may know and change what of a person. */
export const personPolicy = {
  /** Sign-ups that nobody has verified are nobody else's business; those who left remain as a name without a person. */
  see: (actor: Actor, person: Pick<Person, 'id' | 'verifiedAt' | 'erasedAt'>): boolean =>
    person.verifiedAt !== null || person.erasedAt !== null || actor.isAdmin || actor.personId === person.id,

  /** The person, administrators, and focal points of the bodies that the person belongs to. */
  seeEmail: (actor: Actor, personId: string, standings: readonly Standing[]): boolean =>
    actor.isAdmin || actor.personId === personId || standings.some(({ bodyId }) => actor.focalPointOf.includes(bodyId)),

  /** People who take part find each other by name. */
  search: (actor: Actor): boolean => actor.verified,

  /** An address is a search term only for those who may see all addresses. */
  searchByEmail: (actor: Actor): boolean => actor.isAdmin,

  setRoles: (actor: Actor): boolean => actor.isAdmin,
};
