import { type Actor } from '#platform/access';
import { type GroupKind, type Visibility } from './group-words.js';

/** What a policy needs to know of a group and of the actor's place in it. */
export interface Standing {
  visibility: Visibility;
  membership: { moderator: boolean } | null;
}

const opensForAll = (actor: Actor): boolean => actor.verified && (actor.has('ORGANISER') || actor.isAdmin);

/** Who may do what in a group that they can read. Whether they can is `readableGroup`'s to say, in SQL. */
export const groupPolicy = {
  /** Communities and groups that others find are opened by organisers; anybody may gather people in a private working group. */
  create: (actor: Actor, kind: GroupKind, visibility: Visibility): boolean =>
    kind === 'WORKING_GROUP' && visibility === 'PRIVATE' ? actor.verified : opensForAll(actor),

  /** Private groups are entered by being added. */
  join: (actor: Actor, group: Standing): boolean => actor.verified && group.visibility !== 'PRIVATE',

  /** Who may join may also post: the first post joins. */
  post: (actor: Actor, group: Standing): boolean =>
    actor.verified && (group.membership !== null || group.visibility !== 'PRIVATE'),

  /** The platform's moderators reach every group that is not private; in those, only the group's own. */
  moderate: (actor: Actor, group: Standing): boolean =>
    actor.verified &&
    ((group.membership?.moderator ?? false) ||
      (group.visibility !== 'PRIVATE' && (actor.has('MODERATOR') || actor.isAdmin))),
};
