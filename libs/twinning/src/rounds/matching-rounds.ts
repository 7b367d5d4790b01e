import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { changeRound, requireRound } from './required-round.js';
import { RoundLetters } from './round-letters.js';
import { MatchingRound } from './round.entity.js';
import { RoundCancelled, RoundOpened, RoundResultDiscarded } from './round.events.js';
import { type OpenMatchingRoundInput } from './round.input.js';
import { roundPolicy, roundStage } from './round.policy.js';
import { ClosesInThePast, RoundNotAtThisStage } from './round.refusals.js';

/** Organisers open rounds, call them off, and go back from a result that they do not publish. */
@Injectable()
export class MatchingRounds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly letters: RoundLetters,
  ) {}

  /** Opens a round to every city that offers or asks. Refused: {@link ClosesInThePast}. */
  async open(actor: Actor, { name, closesAt, aim, seed }: OpenMatchingRoundInput): Promise<MatchingRound> {
    actor.require(roundPolicy.organise(actor));
    if (closesAt <= this.clock.now()) throw new ClosesInThePast();
    return this.unitOfWork.run(async (tx) => {
      const round = await tx.insert(MatchingRound, {
        id: newId(),
        name: name.trim(),
        aim: aim ?? 'LEARNERS_FIRST',
        seed: seed.trim(),
        status: 'COLLECTING',
        closesAt,
        openedBy: actor.requiredId,
        openedAt: this.clock.now(),
        learnerCount: 0,
        mentorCount: 0,
        computingSince: null,
        computedAt: null,
        publishedAt: null,
      });
      tx.record(new RoundOpened(round.id));
      return round;
    });
  }

  /** Nothing comes of the round; the cities that have ranked are told. What is published stays. */
  async cancel(actor: Actor, id: string): Promise<MatchingRound> {
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, id);
      actor.require(roundPolicy.organise(actor));
      if (!roundStage.canBeCancelled(round)) {
        throw new RoundNotAtThisStage(round.status, 'Only a round that is not published can be cancelled');
      }
      const cancelled = await changeRound(tx, round, { status: 'CANCELLED', computingSince: null });
      tx.record(new RoundCancelled(id));
      await this.letters.announce(tx, round.id);
      return cancelled;
    });
  }

  /**
   * Takes a computed result back, so that the round can be computed from the places as they are now. Cities may rank
   * again only where it has not closed yet.
   */
  async discardResult(actor: Actor, id: string): Promise<MatchingRound> {
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, id);
      actor.require(roundPolicy.organise(actor));
      if (!roundStage.canBeReviewed(round)) {
        throw new RoundNotAtThisStage(round.status, 'Only a result that is not published can be discarded');
      }
      await tx.query('delete from matching_round_result where round_id = $1', [round.id]);
      tx.record(new RoundResultDiscarded(round.id));
      return changeRound(tx, round, { status: 'COLLECTING', computedAt: null });
    });
  }
}
