import { Injectable } from '@nestjs/common';
import { validate } from 'uuid';
import { Cities } from '#cities';
import { type Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { CityStandings } from './city-standings.js';
import {
  type ChoiceFault,
  choiceFault,
  type CityStanding,
  noStanding,
  rankerFault,
  repeated,
} from './ranking-rules.js';
import { type MatchingRound, type RoundSide } from './round.entity.js';
import { RankedForRound } from './round.events.js';
import { type RankInput } from './round.input.js';
import { roundPolicy, roundStage } from './round.policy.js';
import {
  EmptyTie,
  NoPlaceToGive,
  NothingAskedFor,
  NothingOffered,
  RankedTwice,
  RankingsAreClosed,
  RankingTooLong,
  RanksCityWithNothingInCommon,
  RanksCityWithoutOffer,
  RanksCityWithoutRequest,
  RanksItself,
  RanksUnknownCity,
  RoundNotAtThisStage,
} from './round.refusals.js';
import { longestRanking } from './longest-ranking.js';
import { requireRound } from './required-round.js';

/** A city's word in a round, on one side. */
export interface CityRanking {
  cityId: string;
  side: RoundSide;
  /** Best first, ties inner lists; empty takes the ranking back. */
  ranking: string[][];
}

/** Whom cities rank. */
@Injectable()
export class Rankings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cities: Cities,
    private readonly standings: CityStandings,
  ) {}

  /**
   * Sets the city's ranking on one side, or takes it back where it is empty. Refused: {@link RankingsAreClosed},
   * {@link RanksUnknownCity}, {@link RanksItself}, {@link RankedTwice}, {@link NothingAskedFor}, {@link NothingOffered},
   * {@link NoPlaceToGive}, {@link RanksCityWithoutOffer}, {@link RanksCityWithoutRequest},
   * {@link RanksCityWithNothingInCommon}.
   */
  async rank(actor: Actor, { roundId, cityId, as, ranking }: RankInput): Promise<MatchingRound> {
    const ranker = cityId.toLowerCase();
    if (!(await this.cities.find({ id: ranker }))) throw new NotFound('city');
    actor.require(roundPolicy.rankFor(actor, ranker));
    const named = wellFormed(ranking);
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, roundId);
      this.requireCollecting(round);
      if (named.length > 0) await this.requireRankable(ranker, as, named.flat());
      return this.write(tx, actor, round, { cityId: ranker, side: as, ranking: named });
    });
  }

  requireCollecting(round: MatchingRound): void {
    if (roundStage.takesRankings(round, this.clock.now())) return;
    if (round.status !== 'COLLECTING')
      throw new RoundNotAtThisStage(round.status, 'Only a round that collects is ranked');
    throw new RankingsAreClosed(round.closesAt);
  }

  /** Writes one checked ranking to a round that the transaction has locked. */
  async write(
    tx: Transaction,
    actor: Actor,
    round: MatchingRound,
    { cityId, side, ranking }: CityRanking,
  ): Promise<MatchingRound> {
    const change =
      ranking.length > 0
        ? await upsert(tx, actor, round, { cityId, side, ranking }, this.clock.now())
        : -(await remove(tx, round, cityId, side));
    const counts = {
      learnerCount: round.learnerCount + (side === 'LEARNER' ? change : 0),
      mentorCount: round.mentorCount + (side === 'MENTOR' ? change : 0),
    };
    await tx.query('update matching_round set learner_count = $2, mentor_count = $3 where id = $1', [
      round.id,
      counts.learnerCount,
      counts.mentorCount,
    ]);
    tx.record(new RankedForRound(round.id, cityId, side));
    return { ...round, ...counts };
  }

  private async requireRankable(cityId: string, side: RoundSide, choices: string[]): Promise<void> {
    const known = new Set((await this.cities.byIds(choices.filter((id) => validate(id)))).map(({ id }) => id));
    const unknown = choices.filter((id) => !known.has(id));
    if (unknown.length > 0) throw new RanksUnknownCity(unknown);
    const standings = await this.standings.of([cityId, ...choices]);
    const standing = (id: string): CityStanding & { cityId: string } => ({
      ...(standings.get(id) ?? noStanding),
      cityId: id,
    });
    refuseRanker(side, standing(cityId));
    const faulty = Map.groupBy(choices, (id) => choiceFault(side, standing(cityId), standing(id)));
    for (const [fault, ids] of faulty) if (fault !== null) throw refusalFor[fault](ids);
  }
}

/** Ids in lower case; refuses what no round could use. */
function wellFormed(ranking: string[][]): string[][] {
  const named = ranking.map((tie) => tie.map((id) => id.toLowerCase()));
  if (named.some((tie) => tie.length === 0)) throw new EmptyTie();
  const all = named.flat();
  if (all.length > longestRanking) throw new RankingTooLong(longestRanking);
  const twice = repeated(all);
  if (twice.length > 0) throw new RankedTwice(twice);
  return named;
}

function refuseRanker(side: RoundSide, standing: CityStanding): void {
  const fault = rankerFault(side, standing);
  if (fault === 'NO_REQUEST') throw new NothingAskedFor();
  if (fault === 'NO_OFFER') throw new NothingOffered();
  if (fault === 'NO_PLACE') throw new NoPlaceToGive(standing.places?.capacity ?? 0);
}

const refusalFor: Record<ChoiceFault, (ids: string[]) => Error> = {
  ITSELF: () => new RanksItself(),
  NO_OFFER: (ids) => new RanksCityWithoutOffer(ids),
  NO_REQUEST: (ids) => new RanksCityWithoutRequest(ids),
  NOTHING_IN_COMMON: (ids) => new RanksCityWithNothingInCommon(ids),
};

/** 1 where the city had not ranked on that side before, else 0. */
async function upsert(
  tx: Transaction,
  actor: Actor,
  round: MatchingRound,
  { cityId, side, ranking }: CityRanking,
  now: Date,
): Promise<number> {
  const row = await tx.one<{ isNew: boolean }>(
    `insert into matching_round_ranking (round_id, city_id, side, ranking, ranked_by, ranked_at)
     values ($1, $2, $3, $4::jsonb, $5, $6) on conflict (round_id, side, city_id)
     do update set ranking = excluded.ranking, ranked_by = excluded.ranked_by, ranked_at = excluded.ranked_at
     returning xmax = 0 as "isNew"`,
    [round.id, cityId, side, JSON.stringify(ranking), actor.requiredId, now],
  );
  return row?.isNew ? 1 : 0;
}

async function remove(tx: Transaction, round: MatchingRound, cityId: string, side: RoundSide): Promise<number> {
  const removed = await tx.query(
    'delete from matching_round_ranking where round_id = $1 and city_id = $2 and side = $3 returning city_id',
    [round.id, cityId, side],
  );
  return removed.length;
}
