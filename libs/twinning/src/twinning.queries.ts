import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { connection, type Connection, groupedByKey, keyset, type KeyColumn, type PageWish } from '#platform/graphql';
import { type Twinning, type TwinningStatus } from './twinning.entity.js';
import { twinningPolicy } from './twinning.policy.js';

export interface TwinningsWish extends PageWish {
  status?: readonly TwinningStatus[] | null;
}

const columns = `t.id, t.mentor_id as "mentorId", t.learner_id as "learnerId", t.request_id as "requestId", t.themes,
  t.goal, t.status, t.message, t.answer, t.end_reason as "endReason", t.proposed_by as "proposedById",
  t.proposed_at as "proposedAt", t.expires_at as "expiresAt", t.started_at as "startedAt", t.ended_at as "endedAt",
  t.last_activity_at as "lastActivityAt", t.group_id as "groupId"`;

const newestFirst: KeyColumn[] = [
  { sql: 't.proposed_at', field: 'proposedAt', type: 'timestamptz', descending: true },
  { sql: 't.id', field: 'id', type: 'uuid', descending: true },
];

/** {@link twinningPolicy.seeInside} in SQL, for an alias `t`: `$1` sees all, `$2` the viewer's bodies. */
export const insideOnly = '($1::boolean or t.mentor_id = any($2::uuid[]) or t.learner_id = any($2::uuid[]))';

/** {@link twinningPolicy.see} in SQL, with the same values. */
const visible = `(t.started_at is not null or ${insideOnly})`;

/** The values of {@link insideOnly}. */
export const rightsOf = (viewer: Actor): [boolean, string[]] => [
  twinningPolicy.seeAll(viewer),
  viewer.standings.map(({ bodyId }) => bodyId),
];

/** Reads twinnings with the viewer's rights. */
@Injectable()
export class TwinningQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[], viewer: Actor): Promise<Twinning[]> {
    return this.database.query<Twinning>(
      `select ${columns} from twinning t where t.id = any($3::uuid[]) and ${visible}`,
      [...rightsOf(viewer), ids],
    );
  }

  /** Whoever asks: for programs, and for live events whose readers' rights are asked apart. */
  async anyById(id: string): Promise<Twinning | null> {
    return this.database.one<Twinning>(`select ${columns} from twinning t where t.id = $1`, [id]);
  }

  /** The newest proposals first. */
  async page(viewer: Actor, wish: TwinningsWish): Promise<Connection<Twinning>> {
    const given = [...rightsOf(viewer), wish.status ?? null];
    const wanted = `${visible} and ($3::text[] is null or t.status = any($3))`;
    const page = keyset(newestFirst, wish, given);
    const rows = await this.database.query<Twinning>(
      `select ${columns} from twinning t where ${wanted} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async (): Promise<number> => {
      const sql = `select count(*)::int as count from twinning t where ${wanted}`;
      return (await this.database.one<{ count: number }>(sql, given))?.count ?? 0;
    };
    return connection(rows, newestFirst, page, wish, count, (twinning) => twinning);
  }

  /** One page for each of the cities, of the twinnings that it mentors or learns in; in the order of the cities, one statement for all. */
  async pagesOf(cityIds: readonly string[], viewer: Actor, wish: TwinningsWish): Promise<Connection<Twinning>[]> {
    const given = [...rightsOf(viewer), wish.status ?? null, cityIds];
    const page = keyset(newestFirst, wish, given);
    const rows = await this.database.query<Twinning & { cityId: string }>(
      `select city.id as "cityId", t.* from unnest($4::uuid[]) as city (id) cross join lateral
         (select ${columns} from twinning t
          where (t.mentor_id = city.id or t.learner_id = city.id) and ${visible}
            and ($3::text[] is null or t.status = any($3)) and ${page.where}
          order by ${page.orderBy} limit ${page.limit}) t`,
      page.values,
    );
    const counts = this.countsOf(cityIds, given);
    return groupedByKey(cityIds, rows, ({ cityId }) => cityId).map((ofCity, index) =>
      connection(
        ofCity,
        newestFirst,
        page,
        wish,
        async () => (await counts())[index] ?? 0,
        ({ cityId: _, ...twinning }) => twinning,
      ),
    );
  }

  /** Counts for all cities at once, when the first is asked for. */
  private countsOf(cityIds: readonly string[], given: unknown[]): () => Promise<number[]> {
    let counted: Promise<number[]> | undefined;
    const count = async (): Promise<number[]> => {
      const rows = await this.database.query<{ cityId: string; count: number }>(
        `select city.id as "cityId", count(*)::int as count
         from unnest($4::uuid[]) as city (id) join twinning t on t.mentor_id = city.id or t.learner_id = city.id
         where ${visible} and ($3::text[] is null or t.status = any($3)) group by city.id`,
        given,
      );
      const byCity = new Map(rows.map((row) => [row.cityId, row.count]));
      return cityIds.map((id) => byCity.get(id) ?? 0);
    };
    return () => (counted ??= count());
  }
}
