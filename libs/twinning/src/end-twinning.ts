import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { freePlaces } from './mentor-places.js';
import { type Twinning } from './twinning.entity.js';
import { TwinningEnded } from './twinning.events.js';
import { type EndTwinningInput } from './twinning.input.js';
import { twinningPolicy, twinningStage } from './twinning.policy.js';
import { NotAtThisStage } from './twinning.refusals.js';
import { changeTwinning, requireTwinning } from './visible-twinning.js';

/** One of the two cities ends an active twinning, completed or early. */
@Injectable()
export class EndTwinning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Gives the mentor's places back; the group stays for those who are in it. */
  async end(actor: Actor, { twinningId, completed, reason }: EndTwinningInput): Promise<Twinning> {
    return this.unitOfWork.run(async (tx) => {
      const twinning = await requireTwinning(tx, actor, twinningId);
      actor.require(twinningPolicy.end(actor, twinning));
      if (!twinningStage.canBeEnded(twinning)) {
        throw new NotAtThisStage(twinning.status, 'Only an active twinning can be ended');
      }
      await freePlaces(tx, twinning, completed);
      tx.record(new TwinningEnded(twinning.id, twinning.mentorId, twinning.learnerId, completed));
      return changeTwinning(tx, twinning, {
        status: completed ? 'COMPLETED' : 'ENDED_EARLY',
        endedAt: this.clock.now(),
        endReason: reason?.trim() || null,
      });
    });
  }
}
