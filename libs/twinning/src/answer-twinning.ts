import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { takePlaces } from './mentor-places.js';
import { TwinningGroups } from './twinning-groups.js';
import { type Twinning } from './twinning.entity.js';
import { TwinningAnswered, TwinningWithdrawn } from './twinning.events.js';
import { type AnswerTwinningInput } from './twinning.input.js';
import { twinningPolicy, twinningStage } from './twinning.policy.js';
import { NotAtThisStage, ProposalHasExpired } from './twinning.refusals.js';
import { changeTwinning, requireTwinning } from './visible-twinning.js';

/** What becomes of a proposal: the mentor accepts or declines, or the learner takes it back. */
@Injectable()
export class AnswerTwinning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly groups: TwinningGroups,
  ) {}

  /**
   * Accepting takes the mentor's places and opens the twinning's private group, all or nothing. Refused:
   * MentorAtCapacity, ThemePlacesTaken, {@link NotAtThisStage}, {@link ProposalHasExpired}.
   */
  async answer(actor: Actor, { twinningId, accept, answer }: AnswerTwinningInput): Promise<Twinning> {
    return this.unitOfWork.run(async (tx) => {
      const twinning = await requireTwinning(tx, actor, twinningId);
      actor.require(twinningPolicy.answer(actor, twinning));
      this.requireWaiting(twinning, 'Only a proposal can be answered');
      const answered: Partial<Twinning> = { answer: answer?.trim() || null };
      const changed = await (accept
        ? this.start(tx, twinning, answered)
        : this.close(tx, twinning, 'DECLINED', answered));
      tx.record(new TwinningAnswered(twinning.id, twinning.mentorId, twinning.learnerId, accept));
      return changed;
    });
  }

  async withdraw(actor: Actor, twinningId: string): Promise<Twinning> {
    return this.unitOfWork.run(async (tx) => {
      const twinning = await requireTwinning(tx, actor, twinningId);
      actor.require(twinningPolicy.withdraw(actor, twinning));
      this.requireWaiting(twinning, 'Only a proposal can be withdrawn');
      tx.record(new TwinningWithdrawn(twinning.id, twinning.mentorId, twinning.learnerId));
      return this.close(tx, twinning, 'WITHDRAWN');
    });
  }

  private requireWaiting(twinning: Twinning, what: string): void {
    if (!twinningStage.canBeAnswered(twinning)) throw new NotAtThisStage(twinning.status, what);
    if (twinning.expiresAt <= this.clock.now()) throw new ProposalHasExpired();
  }

  private async start(tx: Transaction, twinning: Twinning, answered: Partial<Twinning>): Promise<Twinning> {
    await takePlaces(tx, twinning);
    const groupId = await this.groups.open(twinning);
    const now = this.clock.now();
    return changeTwinning(tx, twinning, {
      ...answered,
      status: 'ACTIVE',
      startedAt: now,
      lastActivityAt: now,
      groupId,
    });
  }

  private close(
    tx: Transaction,
    twinning: Twinning,
    status: 'DECLINED' | 'WITHDRAWN',
    answered: Partial<Twinning> = {},
  ): Promise<Twinning> {
    return changeTwinning(tx, twinning, { ...answered, status, endedAt: this.clock.now() });
  }
}
