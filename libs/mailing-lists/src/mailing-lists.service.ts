import { Injectable } from '@nestjs/common';
import { GroupMembers, GroupQueries } from '#discussions';
import { type Actor, Door } from '#platform/access';
import { Config } from '#platform/config';
import { UnitOfWork } from '#platform/database';
import { MailingList } from './mailing-list.entity.js';
import { MailingListQueries } from './mailing-list.queries.js';
import { UnsubscribeLinkBroken } from './mailing-list.refusals.js';
import { type UpdateMailingListInput } from './mailing-list.type.js';
import { readUnsubscribeToken } from './unsubscribe-token.js';

/** Changes what a list does, and ends a person's mail from it. */
@Injectable()
export class MailingLists {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: MailingListQueries,
    private readonly groups: GroupQueries,
    private readonly members: GroupMembers,
    private readonly door: Door,
  ) {}

  /** Answers the id of the group. */
  async update(actor: Actor, input: UpdateMailingListInput): Promise<string> {
    const group = await this.queries.requireModerated(actor, input.groupId);
    if (input.policy) {
      const { policy } = input;
      await this.unitOfWork.run(async (tx) => tx.update(MailingList, { groupId: group.id }, { policy }));
    }
    return group.id;
  }

  /**
   * Ends the mail that a token was sent with. Says the same whether the person still gets it, is still a member, or has no
   * account any more: what was asked for is so. Refused: {@link UnsubscribeLinkBroken}.
   */
  async unsubscribe(token: string): Promise<void> {
    const grant = readUnsubscribeToken(token, this.config.secret);
    if (!grant) throw new UnsubscribeLinkBroken();
    const actor = await this.door.actorOf(grant.personId);
    if (!actor || !(await this.groups.isMember(grant.groupId, grant.personId))) return;
    await this.members.setDelivery(actor, { groupId: grant.groupId, delivery: 'NOTHING' });
  }
}
