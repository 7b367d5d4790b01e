import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { connection, type Connection, keyset, type KeyColumn, type PageWish } from '#platform/graphql';
import { type RoundSolution } from './matching/index.js';
import { type RoundCertificate } from './round-certificate.js';
import { type MatchingRound, type RoundAim, type RoundRanking, type RoundTwinning } from './round.entity.js';

const columns = `r.id, r.name, r.aim, r.seed, r.status, r.closes_at as "closesAt", r.opened_by as "openedBy",
  r.opened_at as "openedAt", r.learner_count as "learnerCount", r.mentor_count as "mentorCount",
  r.computing_since as "computingSince", r.computed_at as "computedAt", r.published_at as "publishedAt"`;

const newestFirst: KeyColumn[] = [
  { sql: 'r.opened_at', field: 'openedAt', type: 'timestamptz', descending: true },
  { sql: 'r.id', field: 'id', type: 'uuid', descending: true },
];

/** What was computed of a round: the certificate of its own aim, and what each aim would have made of it. */
export interface RoundResult {
  roundId: string;
  certificate: RoundCertificate;
  solutions: Record<RoundAim, RoundSolution>;
}

/** Reads rounds; they are public, what is computed of them and who ranks whom is not: ask `roundPolicy`. */
@Injectable()
export class RoundQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<MatchingRound[]> {
    return this.database.query<MatchingRound>(`select ${columns} from matching_round r where r.id = any($1::uuid[])`, [
      ids,
    ]);
  }

  async byId(id: string): Promise<MatchingRound | null> {
    return this.database.one<MatchingRound>(`select ${columns} from matching_round r where r.id = $1`, [id]);
  }

  /** The newest first. */
  async page(wish: PageWish): Promise<Connection<MatchingRound>> {
    const page = keyset(newestFirst, wish);
    const rows = await this.database.query<MatchingRound>(
      `select ${columns} from matching_round r where ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async (): Promise<number> =>
      (await this.database.one<{ count: number }>('select count(*)::int as count from matching_round'))?.count ?? 0;
    return connection(rows, newestFirst, page, wish, count, (round) => round);
  }

  resultsOf(roundIds: readonly string[]): Promise<RoundResult[]> {
    return this.database.query<RoundResult>(
      `select round_id as "roundId", certificate, solutions from matching_round_result where round_id = any($1::uuid[])`,
      [roundIds],
    );
  }

  rankingsOf(roundIds: readonly string[]): Promise<RoundRanking[]> {
    return this.database.query<RoundRanking>(
      `select k.round_id as "roundId", k.city_id as "cityId", k.side, k.ranking, k.ranked_by as "rankedBy",
         k.ranked_at as "rankedAt"
       from matching_round_ranking k where k.round_id = any($1::uuid[]) order by k.side, k.city_id`,
      [roundIds],
    );
  }

  twinningsOf(roundIds: readonly string[]): Promise<RoundTwinning[]> {
    return this.database.query<RoundTwinning>(
      `select round_id as "roundId", learner_id as "learnerId", mentor_id as "mentorId", twinning_id as "twinningId"
       from matching_round_twinning where round_id = any($1::uuid[])`,
      [roundIds],
    );
  }
}
