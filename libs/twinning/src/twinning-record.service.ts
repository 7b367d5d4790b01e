import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { Evaluation, Exchange, Milestone } from './twinning-record.entity.js';
import { type Twinning } from './twinning.entity.js';
import { ExchangeLogged, MilestoneAdded, MilestoneCompleted, TwinningEvaluated } from './twinning.events.js';
import { type AddMilestoneInput, type EvaluateTwinningInput, type LogExchangeInput } from './twinning.input.js';
import { twinningPolicy, twinningStage } from './twinning.policy.js';
import {
  AlreadyEvaluated,
  EndsBeforeItStarts,
  NotAtThisStage,
  NotOneOfTheTwo,
  TooLongAnExchange,
} from './twinning.refusals.js';
import { changeTwinning, requireTwinning } from './visible-twinning.js';

const longestExchangeDays = 366;

/** What the two cities keep about their twinning: milestones, exchanges, evaluations. */
@Injectable()
export class TwinningRecord {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async addMilestone(actor: Actor, input: AddMilestoneInput): Promise<Twinning> {
    return this.unitOfWork.run(async (tx) => {
      const twinning = await this.requireActive(tx, actor, input.twinningId);
      const milestone: Milestone = {
        id: newId(),
        twinningId: twinning.id,
        title: input.title.trim(),
        dueOn: input.dueOn ?? null,
        doneAt: null,
      };
      await tx.insert(Milestone, milestone);
      tx.record(new MilestoneAdded(twinning.id, twinning.mentorId, twinning.learnerId, milestone.id));
      return this.noteActivity(tx, twinning);
    });
  }

  /** Completing twice changes nothing more. */
  async completeMilestone(actor: Actor, id: string): Promise<Twinning> {
    return this.unitOfWork.run(async (tx) => {
      const known = await tx.find(Milestone, { id });
      if (!known) throw new NotFound('milestone');
      const twinning = await this.requireActive(tx, actor, known.twinningId);
      const milestone = await tx.require(Milestone, { id });
      if (milestone.doneAt) return twinning;
      await tx.update(Milestone, { id }, { doneAt: this.clock.now() });
      tx.record(new MilestoneCompleted(twinning.id, twinning.mentorId, twinning.learnerId, id));
      return this.noteActivity(tx, twinning);
    });
  }

  /** Logs an exchange that was held or is planned. Refused: {@link EndsBeforeItStarts}, {@link TooLongAnExchange}. */
  async logExchange(actor: Actor, input: LogExchangeInput): Promise<Twinning> {
    const millis = input.endsAt.getTime() - input.startsAt.getTime();
    if (millis <= 0) throw new EndsBeforeItStarts();
    if (millis > longestExchangeDays * 24 * 60 * 60 * 1000) throw new TooLongAnExchange(longestExchangeDays);
    return this.unitOfWork.run(async (tx) => {
      const twinning = await this.requireActive(tx, actor, input.twinningId);
      const exchange: Exchange = {
        id: newId(),
        twinningId: twinning.id,
        format: input.format,
        title: input.title.trim(),
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        timeZone: input.timeZone,
        notes: input.notes ?? null,
        location: input.location ?? null,
        loggedById: actor.requiredId,
      };
      await tx.insert(Exchange, exchange);
      tx.record(new ExchangeLogged(twinning.id, twinning.mentorId, twinning.learnerId, exchange.id));
      return this.noteActivity(tx, twinning, exchange.endsAt);
    });
  }

  /** Each side writes one evaluation, once the twinning has started. Refused: {@link AlreadyEvaluated}, {@link NotOneOfTheTwo}. */
  async evaluate(actor: Actor, input: EvaluateTwinningInput): Promise<Twinning> {
    return this.unitOfWork.run(async (tx) => {
      const twinning = await requireTwinning(tx, actor, input.twinningId);
      if (input.cityId !== twinning.mentorId && input.cityId !== twinning.learnerId) throw new NotOneOfTheTwo();
      actor.require(twinningPolicy.evaluate(actor, input.cityId));
      if (!twinningStage.canBeEvaluated(twinning)) {
        throw new NotAtThisStage(twinning.status, 'Only a twinning that has started can be evaluated');
      }
      const evaluation: Evaluation = {
        id: newId(),
        twinningId: twinning.id,
        cityId: input.cityId,
        rating: input.rating,
        learned: input.learned.trim(),
        wouldRecommend: input.wouldRecommend,
        writtenById: actor.requiredId,
        createdAt: this.clock.now(),
      };
      await tx.insert(Evaluation, evaluation).orRefuse('evaluation_one_per_city', () => new AlreadyEvaluated());
      tx.record(new TwinningEvaluated(twinning.id, twinning.mentorId, twinning.learnerId, evaluation.id));
      return this.noteActivity(tx, twinning);
    });
  }

  private async requireActive(tx: Transaction, actor: Actor, id: string): Promise<Twinning> {
    const twinning = await requireTwinning(tx, actor, id);
    actor.require(twinningPolicy.record(actor, twinning));
    if (!twinningStage.canBeRecorded(twinning)) {
      throw new NotAtThisStage(twinning.status, 'Milestones and exchanges belong to an active twinning');
    }
    return twinning;
  }

  private noteActivity(tx: Transaction, twinning: Twinning, until: Date = this.clock.now()): Promise<Twinning> {
    if (twinning.lastActivityAt && twinning.lastActivityAt >= until) return Promise.resolve(twinning);
    return changeTwinning(tx, twinning, { lastActivityAt: until });
  }
}
