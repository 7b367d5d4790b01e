import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { requireBody } from './body.js';
import { Membership } from './membership.entity.js';
import { MembershipConfirmed, MembershipEnded, MembershipRequested } from './membership.events.js';
import { membershipPolicy } from './membership.policy.js';
import { MembershipAlreadyOpen, MembershipNotWaiting, MembershipOver } from './membership.refusals.js';
import { type RequestMembershipInput } from './request-membership.input.js';

@Injectable()
export class MembershipService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Refused: {@link MembershipAlreadyOpen}, and people who have not verified their address. */
  async request(actor: Actor, input: RequestMembershipInput): Promise<Membership> {
    actor.requireVerified();
    return this.unitOfWork.run(async (tx) => {
      const body = await requireBody(tx, input.bodyId);
      const membership: Membership = {
        id: newId(),
        personId: actor.requiredId,
        ...body,
        bodyId: input.bodyId,
        role: input.role,
        status: 'REQUESTED',
        title: input.title ?? null,
        since: this.clock.now(),
        decidedBy: null,
        endedAt: null,
      };
      await tx
        .insert(Membership, membership)
        .orRefuse('membership_one_open_per_role', () => new MembershipAlreadyOpen());
      tx.record(new MembershipRequested(membership.id, membership.personId, membership.bodyId, membership.role));
      return membership;
    });
  }

  /** Refused: {@link MembershipNotWaiting}. */
  async confirm(actor: Actor, id: string): Promise<Membership> {
    return this.unitOfWork.run(async (tx) => {
      const membership = await requireMembership(tx, id);
      actor.require(actor.isFocalPointOf(membership.bodyId));
      if (!membershipPolicy.confirm(actor, membership)) throw new MembershipNotWaiting();
      const confirmed = { status: 'CONFIRMED', since: this.clock.now(), decidedBy: actor.requiredId } as const;
      await tx.update(Membership, { id }, confirmed);
      await countMembers(tx, membership, 1);
      tx.record(new MembershipConfirmed(id, membership.personId, membership.bodyId, membership.role));
      return { ...membership, ...confirmed };
    });
  }

  /** Leaves, takes back or declines, or takes away: whoever it is. Refused: {@link MembershipOver}. */
  async end(actor: Actor, id: string): Promise<Membership> {
    return this.unitOfWork.run(async (tx) => {
      const membership = await requireMembership(tx, id);
      actor.require(membershipPolicy.end(actor, { ...membership, status: 'CONFIRMED' }));
      if (membership.status === 'ENDED') throw new MembershipOver();
      return this.close(tx, membership, actor.requiredId);
    });
  }

  /** Ends every membership of a person who erases their account, and takes out their titles. */
  async forget(personId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const open = await tx.query<{ id: string }>(
        `select id from membership where person_id = $1 and status <> 'ENDED' order by id`,
        [personId],
      );
      for (const { id } of open) await this.close(tx, await requireMembership(tx, id), null);
      await tx.update(Membership, { personId }, { title: null });
    });
  }

  private async close(tx: Transaction, membership: Membership, decidedBy: string | null): Promise<Membership> {
    const ended = { status: 'ENDED', endedAt: this.clock.now(), decidedBy } as const;
    await tx.update(Membership, { id: membership.id }, ended);
    if (membership.status === 'CONFIRMED') await countMembers(tx, membership, -1);
    tx.record(new MembershipEnded(membership.id, membership.personId, membership.bodyId, membership.role));
    return { ...membership, ...ended };
  }
}

const requireMembership = (tx: Transaction, id: string): Promise<Membership> =>
  tx.require(Membership, { id }, () => new NotFound('membership'));

/** Keeps the body's counter of its confirmed members. */
async function countMembers(tx: Transaction, { cityId, bodyId }: Membership, change: 1 | -1): Promise<void> {
  const table = cityId === null ? 'organisation' : 'city';
  await tx.query(`update ${table} set member_count = member_count + $2 where id = $1`, [bodyId, change]);
}
