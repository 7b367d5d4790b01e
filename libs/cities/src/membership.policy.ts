import { type Actor } from '#platform/access';
import { type Membership } from './membership.entity.js';

/** Who decides about memberships: the body's focal points; a person may always leave. */
export const membershipPolicy = {
  request: (actor: Actor): boolean => actor.verified,
  confirm: (actor: Actor, { bodyId, status }: Pick<Membership, 'bodyId' | 'status'>): boolean =>
    status === 'REQUESTED' && actor.isFocalPointOf(bodyId),
  end: (actor: Actor, { bodyId, personId, status }: Pick<Membership, 'bodyId' | 'personId' | 'status'>): boolean =>
    status !== 'ENDED' && (actor.personId === personId || actor.isFocalPointOf(bodyId)),
};
