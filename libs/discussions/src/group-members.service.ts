import { Injectable } from '@nestjs/common';
import { People } from '#people';
import { type Actor } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { MemberJoined, MemberLeft } from './discussions.events.js';
import { LastModerator } from './discussions.refusals.js';
import { Group } from './group.entity.js';
import { type SetDeliveryInput } from './group.input.js';
import { GroupMember } from './group-member.entity.js';
import { groupPolicy } from './group.policy.js';
import { GroupQueries } from './group.queries.js';
import { type GroupType } from './group.type.js';

/** Who is in which group. A change locks the group's row, so that its count and its last moderator are never raced past. */
@Injectable()
export class GroupMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly queries: GroupQueries,
  ) {}

  /** Adds people in the caller's unit of work; who is in already stays as they are. Rights are the caller's. */
  async add(groupId: string, personIds: readonly string[], as: { moderator?: boolean } = {}): Promise<void> {
    if (personIds.length === 0) return;
    await this.unitOfWork.run(async (tx) => {
      await tx.require(Group, { id: groupId });
      const added = await tx.query<{ id: string }>(
        `insert into group_member (group_id, person_id, moderator, since, caught_up_at)
         select $1, id, $3, $4, $4 from unnest($2::uuid[]) as wanted(id)
         on conflict on constraint group_member_once do nothing returning person_id as id`,
        [groupId, [...new Set(personIds)].sort(), as.moderator ?? false, this.clock.now()],
      );
      if (added.length === 0) return;
      await tx.query('update discussion_group set member_count = member_count + $2 where id = $1', [
        groupId,
        added.length,
      ]);
      for (const { id } of added) tx.record(new MemberJoined(groupId, id));
    });
  }

  /** Takes people out in the caller's unit of work. Rights, and whether a moderator remains, are the caller's business. */
  async remove(groupId: string, personIds: readonly string[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.require(Group, { id: groupId });
      const removed = await tx.query<{ id: string }>(
        'delete from group_member where group_id = $1 and person_id = any($2::uuid[]) returning person_id as id',
        [groupId, personIds],
      );
      if (removed.length === 0) return;
      await tx.query('update discussion_group set member_count = member_count - $2 where id = $1', [
        groupId,
        removed.length,
      ]);
      for (const { id } of removed) tx.record(new MemberLeft(groupId, id));
    });
  }

  async join(actor: Actor, groupId: string): Promise<GroupType> {
    actor.requireVerified();
    return this.unitOfWork.run(async () => {
      const group = await this.queries.require(actor, groupId);
      actor.require(group.membership !== null || groupPolicy.join(actor, group));
      await this.add(group.id, [actor.requiredId]);
      return this.queries.require(actor, group.id);
    });
  }

  /** The group as the person leaves it; a private one is theirs to see for the last time. Refused: {@link LastModerator}. */
  async leave(actor: Actor, groupId: string): Promise<GroupType> {
    return this.unitOfWork.run(async () => {
      const group = await this.queries.require(actor, groupId);
      await this.removeOne(group.id, actor.requiredId);
      const after = await this.queries.byId(group.id);
      if (!after) throw new NotFound('group');
      return after;
    });
  }

  /** Adds a person, or makes a member a moderator or not. Refused: {@link LastModerator}. */
  async addByModerator(actor: Actor, groupId: string, personId: string, moderator: boolean | null): Promise<GroupType> {
    return this.unitOfWork.run(async (tx) => {
      const group = await this.queries.require(actor, groupId);
      actor.require(groupPolicy.moderate(actor, group));
      const person = await this.people.byId(personId);
      if (!person?.verifiedAt) throw new NotFound('person');
      await this.add(group.id, [person.id], { moderator: moderator ?? false });
      if (moderator !== null) {
        if (!moderator) await this.requireOtherModerator(group.id, person.id);
        await tx.update(GroupMember, { groupId: group.id, personId: person.id }, { moderator });
      }
      return this.queries.require(actor, group.id);
    });
  }

  async removeByModerator(actor: Actor, groupId: string, personId: string): Promise<GroupType> {
    return this.unitOfWork.run(async () => {
      const group = await this.queries.require(actor, groupId);
      actor.require(groupPolicy.moderate(actor, group));
      if (!(await this.queries.isMember(group.id, personId))) throw new NotFound('member');
      await this.removeOne(group.id, personId);
      const after = await this.queries.find(actor, { id: group.id });
      return after ?? group;
    });
  }

  async setDelivery(actor: Actor, input: SetDeliveryInput): Promise<GroupType> {
    return this.unitOfWork.run(async (tx) => {
      const group = await this.queries.require(actor, input.groupId);
      const changed = await tx.update(
        GroupMember,
        { groupId: group.id, personId: actor.requiredId },
        { delivery: input.delivery },
      );
      actor.require(changed > 0, 'Join the group first.');
      return this.queries.require(actor, group.id);
    });
  }

  private async removeOne(groupId: string, personId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const group = await tx.require(Group, { id: groupId });
      if (group.memberCount > 1) await this.requireOtherModerator(groupId, personId);
      await this.remove(groupId, [personId]);
    });
  }

  /** Under the lock of the group's row. A group that has no moderator at all asks for none. */
  private async requireOtherModerator(groupId: string, personId: string): Promise<void> {
    const moderators = await this.queries.moderatorIds(groupId);
    if (moderators.length === 1 && moderators[0] === personId) throw new LastModerator();
  }
}
