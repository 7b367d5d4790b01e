import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKey, inKeyOrder } from '#platform/graphql';
import { type MatchingRound, type RoundRanking, type RoundTwinning } from './round.entity.js';
import { RoundQueries, type RoundResult } from './round.queries.js';

@Injectable()
export class RoundLoader extends BatchLoader<string, MatchingRound> {
  constructor(private readonly rounds: RoundQueries) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(MatchingRound | null)[]> {
    return inKeyOrder(ids, await this.rounds.byIds(ids), (round) => round.id);
  }
}

/** Results by their round's id, whoever asks: the fields that show them ask `roundPolicy.seeResult`. */
@Injectable()
export class RoundResultLoader extends BatchLoader<string, RoundResult> {
  constructor(private readonly rounds: RoundQueries) {
    super();
  }

  async batch(roundIds: readonly string[]): Promise<(RoundResult | null)[]> {
    return inKeyOrder(roundIds, await this.rounds.resultsOf(roundIds), (result) => result.roundId);
  }
}

/** All rankings of each round, whoever asks: the field that shows them asks `roundPolicy.seeRankingsOf`. */
@Injectable()
export class RankingsOfRoundLoader extends BatchLoader<string, RoundRanking[]> {
  constructor(private readonly rounds: RoundQueries) {
    super();
  }

  async batch(roundIds: readonly string[]): Promise<RoundRanking[][]> {
    return groupedByKey(roundIds, await this.rounds.rankingsOf(roundIds), (ranking) => ranking.roundId);
  }
}

/** The twinnings that each published round has begun. */
@Injectable()
export class TwinningsOfRoundLoader extends BatchLoader<string, RoundTwinning[]> {
  constructor(private readonly rounds: RoundQueries) {
    super();
  }

  async batch(roundIds: readonly string[]): Promise<RoundTwinning[][]> {
    return groupedByKey(roundIds, await this.rounds.twinningsOf(roundIds), (pair) => pair.roundId);
  }
}
