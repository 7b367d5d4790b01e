import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { RateLimits } from '#platform/limits';
import { BadUserInput } from '#platform/refusals';
import { Clock } from '#platform/time';
import { type CreateGroupInput, type UpdateGroupInput } from './group.input.js';
import { GroupChanged, GroupOpened } from './discussions.events.js';
import { GroupIsAttached, SlugTaken } from './discussions.refusals.js';
import { Group } from './group.entity.js';
import { GroupMembers } from './group-members.service.js';
import { groupPolicy } from './group.policy.js';
import { GroupQueries } from './group.queries.js';
import { groupSlug, isGroupSlug } from './group-slug.js';
import { type GroupType } from './group.type.js';
import { type GroupKind, type Visibility } from './group-words.js';
import { requireOneLine } from './one-line.js';

/** A group that a program or a person wishes to have. Without a slug it gets a free one from its name. */
export interface GroupWish {
  name: string;
  kind: GroupKind;
  visibility: Visibility;
  about?: string | null;
  slug?: string | null;
  memberIds?: string[];
  moderatorIds?: string[];
  createdBy?: string | null;
}

/** Opens groups and changes what they say of themselves. */
@Injectable()
export class Groups {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly members: GroupMembers,
    private readonly queries: GroupQueries,
  ) {}

  /** Opens a group with its first members, in the caller's unit of work. Rights are the caller's. Refused: {@link SlugTaken}. */
  async open(wish: GroupWish): Promise<Group> {
    return this.unitOfWork.run(async (tx) => {
      const group = await this.insertUnderFreeSlug(tx, wish);
      tx.record(new GroupOpened(group.id, group.kind));
      const moderators = wish.moderatorIds ?? [];
      await this.members.add(group.id, moderators, { moderator: true });
      await this.members.add(
        group.id,
        (wish.memberIds ?? []).filter((id) => !moderators.includes(id)),
      );
      return tx.require(Group, { id: group.id });
    });
  }

  /** Opens a group whose moderator is the actor. Its kind, if left out, is the widest that the actor may open. */
  async create(actor: Actor, input: CreateGroupInput): Promise<GroupType> {
    actor.requireVerified();
    const kind =
      input.kind ?? (groupPolicy.create(actor, 'COMMUNITY', input.visibility) ? 'COMMUNITY' : 'WORKING_GROUP');
    if (kind === 'TWINNING' || kind === 'MEETING') {
      throw new BadUserInput('Groups of this kind open by themselves, with their twinning or meeting.', 'kind');
    }
    actor.require(
      groupPolicy.create(actor, kind, input.visibility),
      'Organisers open groups that others can find. You may open a private working group.',
    );
    await this.limits.take('create-group', actor.requiredId, { points: 30, seconds: 86_400 });
    const group = await this.open({
      name: requireOneLine(input.name, 'name', 200),
      kind,
      visibility: input.visibility,
      about: input.about ?? null,
      slug: input.slug ?? null,
      moderatorIds: [actor.requiredId],
      createdBy: actor.requiredId,
    });
    return this.queries.require(actor, group.id);
  }

  /** Refused: {@link GroupIsAttached} where the visibility is that of a twinning's or meeting's group. */
  async update(actor: Actor, input: UpdateGroupInput): Promise<GroupType> {
    return this.unitOfWork.run(async (tx) => {
      const group = await this.queries.require(actor, input.id);
      actor.require(groupPolicy.moderate(actor, group));
      const visibility = input.visibility ?? group.visibility;
      if (visibility !== group.visibility) {
        if (group.kind === 'TWINNING' || group.kind === 'MEETING') throw new GroupIsAttached();
        actor.require(
          groupPolicy.create(actor, group.kind, visibility),
          'Organisers decide which groups others can find.',
        );
      }
      const change: Partial<Group> = {
        ...(input.name == null ? {} : { name: requireOneLine(input.name, 'name', 200) }),
        ...(input.about === undefined ? {} : { about: input.about }),
        ...(input.visibility == null ? {} : { visibility: input.visibility }),
      };
      if (Object.keys(change).length === 0) return group;
      await tx.update(Group, { id: group.id }, change);
      tx.record(new GroupChanged(group.id));
      return this.queries.require(actor, group.id);
    });
  }

  private async insertUnderFreeSlug(tx: Transaction, wish: GroupWish): Promise<Group> {
    if (wish.slug != null && !isGroupSlug(wish.slug)) {
      throw new BadUserInput(
        'A short name has 2 to 64 small letters, digits and single hyphens, and is not one that mail keeps for itself.',
        'slug',
      );
    }
    for (let number = 1; number <= 1000; number += 1) {
      const group: Group = {
        id: newId(),
        slug: wish.slug ?? groupSlug(wish.name, number),
        name: wish.name,
        about: wish.about ?? null,
        kind: wish.kind,
        visibility: wish.visibility,
        memberCount: 0,
        threadCount: 0,
        createdBy: wish.createdBy ?? null,
        createdAt: this.clock.now(),
      };
      if (await insertIfFree(tx, group)) return group;
      if (wish.slug != null) break;
    }
    throw new SlugTaken();
  }
}

/** Two that want one slug at once are settled by the index, without breaking the transaction. */
async function insertIfFree(tx: Transaction, group: Group): Promise<boolean> {
  const inserted = await tx.query(
    `insert into discussion_group (id, slug, name, about, kind, visibility, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint group_slug do nothing returning id`,
    [group.id, group.slug, group.name, group.about, group.kind, group.visibility, group.createdBy, group.createdAt],
  );
  return inserted.length > 0;
}
