import { Injectable } from '@nestjs/common';
import { type Actor, type Standing, type StandingSource } from '#platform/access';
import { Database } from '#platform/database';
import { connection, keyset, type Connection, type KeyColumn, type PageWish } from '#platform/graphql';
import { type Membership } from './membership.entity.js';

/** The columns of a {@link Membership} for hand-written SQL, from a table or alias `of`. */
export const membershipColumns = (of: string): string =>
  `${of}.id, ${of}.person_id as "personId", ${of}.city_id as "cityId", ${of}.organisation_id as "organisationId",
   ${of}.body_id as "bodyId", ${of}.role, ${of}.status, ${of}.title, ${of}.since, ${of}.decided_by as "decidedBy",
   ${of}.ended_at as "endedAt"`;

/** The longest standing first. */
export const bySince: KeyColumn[] = [
  { sql: 'm.since', field: 'since', type: 'timestamptz' },
  { sql: 'm.id', field: 'id', type: 'uuid' },
];

/** Reads who belongs to which body; the {@link StandingSource} that makes actors. */
@Injectable()
export class Memberships implements StandingSource {
  constructor(private readonly database: Database) {}

  async standingsOf(personIds: readonly string[]): Promise<Map<string, Standing[]>> {
    const rows = await this.database.query<Standing & { personId: string }>(
      `select m.person_id as "personId", m.body_id as "bodyId", m.role from membership m
       where m.person_id = any($1::uuid[]) and m.status = 'CONFIRMED' order by m.since, m.id`,
      [personIds],
    );
    const byPerson = new Map<string, Standing[]>();
    for (const { personId, bodyId, role } of rows) {
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), { bodyId, role }]);
    }
    return byPerson;
  }

  /** The people who act for a city or organisation now, the longest serving first. */
  async focalPointsOf(bodyId: string): Promise<string[]> {
    const rows = await this.database.query<{ personId: string }>(
      `select m.person_id as "personId" from membership m
       where m.body_id = $1 and m.status = 'CONFIRMED' and m.role = 'FOCAL_POINT' order by m.since, m.id`,
      [bodyId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** What waits for this person's word, the oldest first: of the bodies they may act for, or of all for administrators. */
  async requests(actor: Actor, wish: PageWish): Promise<Connection<Membership>> {
    const values = [actor.isAdmin, actor.focalPointOf];
    const condition = `m.status = 'REQUESTED' and ($1 or m.body_id = any($2::uuid[]))`;
    const page = keyset(bySince, wish, values);
    const rows = await this.database.query<Membership>(
      `select ${membershipColumns('m')} from membership m
       where ${condition} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async (): Promise<number> => {
      const sql = `select count(*)::int as count from membership m where ${condition}`;
      return (await this.database.one<{ count: number }>(sql, values))?.count ?? 0;
    };
    return connection(rows, bySince, page, wish, count, (membership) => membership);
  }

  /** All of one person, ended ones too: for the export of what is kept about them. */
  allOf(personId: string): Promise<object[]> {
    return this.database.query(
      `select coalesce(c.name, o.name) as body, m.role, m.status, m.title, m.since, m.ended_at as "endedAt"
       from membership m left join city c on c.id = m.city_id left join organisation o on o.id = m.organisation_id
       where m.person_id = $1 order by m.since, m.id`,
      [personId],
    );
  }
}
