import { Injectable } from '@nestjs/common';
import { Cities } from '#cities';
import { type Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { CityStandings } from './city-standings.js';
import {
  type ChoiceFault,
  choiceFault,
  type CityStanding,
  noStanding,
  type RankerFault,
  rankerFault,
} from './ranking-rules.js';
import { rankingOf, type RankingRow, readRankingRows } from './ranking-rows.js';
import { Rankings } from './rankings.js';
import { requireRound } from './required-round.js';
import { type MatchingRound } from './round.entity.js';
import { roundPolicy } from './round.policy.js';
import { RankingsNotImported, type WrongRow } from './round.refusals.js';

/** A file may be wrong throughout: the first rows say enough. */
const mostReported = 200;

/** Takes rankings of many cities from one CSV file. */
@Injectable()
export class ImportRankings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cities: Cities,
    private readonly standings: CityStandings,
    private readonly rankings: Rankings,
  ) {}

  /**
   * Sets the ranking of every city and side that the file names, in place of what they ranked before; nothing if one
   * row is wrong. Organisers import for all cities, focal points for theirs. Refused: {@link RankingsNotImported} with
   * every wrong row, RankingsAreClosed.
   */
  async import(actor: Actor, roundId: string, csv: string): Promise<{ round: MatchingRound; rankings: number }> {
    actor.require(roundPolicy.organise(actor) || actor.focalPointOf.length > 0);
    return this.unitOfWork.run(async (tx) => {
      const round = await requireRound(tx, roundId);
      this.rankings.requireCollecting(round);
      const { rows, wrong } = readRankingRows(csv);
      const { known, unknown } = await this.withIds(rows);
      refuseIf([...wrong, ...unknown]);
      refuseIf(await this.faultsOf(actor, known));
      return this.write(tx, actor, round, known);
    });
  }

  /** Cities of the file are slugs or ids; from here on they are ids. */
  private async withIds(rows: readonly RankingRow[]): Promise<{ known: RankingRow[]; unknown: WrongRow[] }> {
    const named = [...new Set(rows.flatMap(({ city, choice }) => [city, choice]))];
    const idOf = await this.cities.idsOf(named);
    const known: RankingRow[] = [];
    const unknown: WrongRow[] = [];
    for (const row of rows) {
      const city = idOf.get(row.city);
      const choice = idOf.get(row.choice);
      if (city && choice) known.push({ ...row, city, choice });
      else unknown.push({ row: row.row, reason: `There is no city “${city ? row.choice : row.city}”.` });
    }
    return { known, unknown };
  }

  private async faultsOf(actor: Actor, rows: readonly RankingRow[]): Promise<WrongRow[]> {
    const standings = await this.standings.of([...new Set(rows.flatMap(({ city, choice }) => [city, choice]))]);
    const standing = (cityId: string): CityStanding & { cityId: string } => ({
      ...(standings.get(cityId) ?? noStanding),
      cityId,
    });
    const seen = new Set<string>();
    return rows.flatMap(({ row, city, side, choice }): WrongRow[] => {
      if (!roundPolicy.importFor(actor, city)) return [{ row, reason: 'You may not rank for this city.' }];
      const again = seen.has(`${side} ${city} ${choice}`);
      seen.add(`${side} ${city} ${choice}`);
      if (again) return [{ row, reason: 'This city is ranked already, by its other name.' }];
      const fault = rankerFault(side, standing(city)) ?? choiceFault(side, standing(city), standing(choice));
      if (fault === null) return [];
      return [{ row, reason: side === 'LEARNER' ? learnerReasons[fault] : mentorReasons[fault] }];
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    round: MatchingRound,
    rows: readonly RankingRow[],
  ): Promise<{ round: MatchingRound; rankings: number }> {
    const byRanker = Map.groupBy(rows, ({ city, side }) => `${side} ${city}`);
    let changed = round;
    for (const [first, ...rest] of byRanker.values()) {
      if (!first) continue;
      const ranking = { cityId: first.city, side: first.side, ranking: rankingOf([first, ...rest]) };
      changed = await this.rankings.write(tx, actor, changed, ranking);
    }
    return { round: changed, rankings: byRanker.size };
  }
}

function refuseIf(wrong: WrongRow[]): void {
  if (wrong.length === 0) return;
  const inOrder = wrong.toSorted((one, other) => one.row - other.row);
  throw new RankingsNotImported(inOrder.slice(0, mostReported), wrong.length);
}

type Fault = RankerFault | ChoiceFault;

const learnerReasons: Record<Fault, string> = {
  ITSELF: 'A city cannot rank itself.',
  NO_REQUEST: 'This city has no open learning request.',
  NO_OFFER: 'The chosen city has no open offer to mentor.',
  NO_PLACE: 'The chosen city has no place free.',
  NOTHING_IN_COMMON: 'The chosen city offers nothing that this city asks for.',
};

const mentorReasons: Record<Fault, string> = {
  ITSELF: 'A city cannot rank itself.',
  NO_REQUEST: 'The chosen city has no open learning request.',
  NO_OFFER: 'This city has no open offer to mentor.',
  NO_PLACE: 'All places of this city are taken.',
  NOTHING_IN_COMMON: 'The chosen city asks for nothing that this city offers.',
};
