import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { type RoundInstance, type RoundSolution, solveInWorker } from './matching/index.js';
import { changeRound, requireRound } from './required-round.js';
import { certificateOf, inputHashOf } from './round-certificate.js';
import { RoundInputs } from './round-inputs.js';
import { type MatchingRound, type RoundAim } from './round.entity.js';
import { RoundComputed } from './round.events.js';
import { roundPolicy, roundStage } from './round.policy.js';
import { AlreadyComputing, InputsHaveChanged, NobodyHasRanked, RoundNotAtThisStage } from './round.refusals.js';

/** Who has computed for longer has died, and another may begin. */
const longestSeconds = 15 * 60;

type Solutions = Record<RoundAim, RoundSolution>;

/** Computes rounds: in worker threads, with no transaction open meanwhile. */
@Injectable()
export class ComputeRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly inputs: RoundInputs,
  ) {}

  /**
   * Solves the round for each aim and keeps all three, with a certificate of the round's own; from then on nobody
   * ranks. An organiser may compute before the round closes: who has not ranked by then is left out. Of two who
   * compute at once one wins. Refused: {@link NobodyHasRanked}, {@link AlreadyComputing}, {@link InputsHaveChanged},
   * {@link RoundNotAtThisStage}.
   */
  async compute(actor: Actor, id: string): Promise<MatchingRound> {
    const round = await this.begin(actor, id);
    try {
      const instance = await this.inputs.of(round);
      const scored = await this.inputs.scored(instance);
      const solutions = await solveAll(scored);
      return await this.finish(round, { instance, scored, solutions });
    } catch (error) {
      await this.giveUp(round);
      throw error;
    }
  }

  private begin(actor: Actor, id: string): Promise<MatchingRound> {
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, id);
      actor.require(roundPolicy.organise(actor));
      requireComputable(round);
      if (round.computingSince && round.computingSince > this.clock.in(-longestSeconds)) throw new AlreadyComputing();
      if (round.learnerCount === 0) throw new NobodyHasRanked('LEARNER');
      if (round.mentorCount === 0) throw new NobodyHasRanked('MENTOR');
      return changeRound(tx, round, { computingSince: this.clock.now() });
    });
  }

  private finish(
    begun: MatchingRound,
    { instance, scored, solutions }: { instance: RoundInstance; scored: RoundInstance; solutions: Solutions },
  ): Promise<MatchingRound> {
    const certificate = certificateOf(begun.aim, scored, solutions[begun.aim]);
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, begun.id);
      requireComputable(round);
      if (!isSame(round, begun)) throw new AlreadyComputing();
      if (inputHashOf(await this.inputs.of(round)) !== inputHashOf(instance)) throw new InputsHaveChanged();
      await tx.query(
        `insert into matching_round_result (round_id, algorithm, input_hash, certificate, solutions)
         values ($1, $2, $3, $4, $5)`,
        [
          round.id,
          certificate.algorithm,
          certificate.inputHash,
          JSON.stringify(certificate),
          JSON.stringify(solutions),
        ],
      );
      tx.record(new RoundComputed(round.id));
      return changeRound(tx, round, { status: 'COMPUTED', computedAt: this.clock.now(), computingSince: null });
    });
  }

  /** Lets the next one begin, unless somebody has already. */
  private giveUp(begun: MatchingRound): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, begun.id);
      if (isSame(round, begun)) await changeRound(tx, round, { computingSince: null });
    });
  }
}

const isSame = (round: MatchingRound, begun: MatchingRound): boolean =>
  round.computingSince?.getTime() === begun.computingSince?.getTime();

function requireComputable(round: MatchingRound): void {
  if (!roundStage.canBeComputed(round))
    throw new RoundNotAtThisStage(round.status, 'Only a round that collects is computed');
}

/** One aim after the other: a round is no reason to take all processors from those who read and write. */
async function solveAll(instance: RoundInstance): Promise<Solutions> {
  return {
    LEARNERS_FIRST: await solveInWorker('LEARNERS_FIRST', instance),
    MOST_PAIRS: await solveInWorker('MOST_PAIRS', instance),
    BEST_FIT: await solveInWorker('BEST_FIT', instance),
  };
}
