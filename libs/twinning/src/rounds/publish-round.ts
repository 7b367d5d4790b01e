import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { certifiedRound } from './round-certificate.js';
import { type RoundPair } from './matching/index.js';
import { changeRound, requireRound } from './required-round.js';
import { RoundLetters } from './round-letters.js';
import { type MatchingRound } from './round.entity.js';
import { RoundPublished } from './round.events.js';
import { roundPolicy, roundStage } from './round.policy.js';
import { RoundQueries } from './round.queries.js';
import { PlacesNoLongerFree, RoundNotAtThisStage } from './round.refusals.js';
import { TwinMatchedCities } from './twin-matched-cities.js';

/** An organiser publishes a reviewed result. */
@Injectable()
export class PublishRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly rounds: RoundQueries,
    private readonly twinCities: TwinMatchedCities,
    private readonly letters: RoundLetters,
  ) {}

  /**
   * Begins a twinning for each pair, all or none: both cities of a pair have ranked each other, which is their word, so
   * nobody need answer any more. From now on rankings and certificate are public, and every city that has ranked gets a
   * letter with its result and the reason. Refused: {@link PlacesNoLongerFree}, {@link RoundNotAtThisStage}.
   */
  async publish(actor: Actor, id: string): Promise<MatchingRound> {
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, id);
      actor.require(roundPolicy.organise(actor));
      if (!roundStage.canBeReviewed(round)) {
        throw new RoundNotAtThisStage(round.status, 'Only a computed round can be published');
      }
      await this.twinAll(tx, round, await this.pairsOf(round.id));
      tx.record(new RoundPublished(round.id));
      await this.letters.announce(tx, round.id);
      return changeRound(tx, round, { status: 'PUBLISHED', publishedAt: this.clock.now() });
    });
  }

  private async pairsOf(roundId: string): Promise<RoundPair[]> {
    const [result] = await this.rounds.resultsOf([roundId]);
    if (!result) throw new Error(`The computed round ${roundId} has no result.`);
    return certifiedRound(result.certificate).solution.pairs;
  }

  /** Mentors in the order of their ids, so that two who publish at once wait for each other rather than deadlock. */
  private async twinAll(tx: Transaction, round: MatchingRound, pairs: RoundPair[]): Promise<void> {
    const full = new Set<string>();
    for (const pair of pairs.toSorted((one, other) => (one.mentor < other.mentor ? -1 : 1))) {
      if (!(await this.twinCities.twin(tx, round, pair))) full.add(pair.mentor);
    }
    if (full.size > 0) throw new PlacesNoLongerFree([...full]);
  }
}
