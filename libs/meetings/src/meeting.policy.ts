import { type Actor } from '#platform/access';
import { type Meeting } from './meeting.entity.js';

const isOrganiser = (actor: Actor): boolean => actor.isAdmin || actor.has('ORGANISER');

/** Who may do what with series and meetings. */
export const meetingPolicy = {
  /** Series, and whether, when and where there is a meeting. */
  plan: isOrganiser,
  see: (actor: Actor, { publicSince }: Pick<Meeting, 'publicSince'>): boolean => publicSince !== null || actor.signedIn,
  /** Rooms and sessions, publishing them, and running the day: the host city's focal points too. They see the draft. */
  planAgenda: (actor: Actor, { hostId }: Pick<Meeting, 'hostId'>): boolean =>
    isOrganiser(actor) || (hostId !== null && actor.isFocalPointOf(hostId)),
};
