import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { connection, keyset, type Connection, type KeyColumn, type PageWish } from '#platform/graphql';
import { type OrganisationKind } from './city.enums.js';
import { containing } from '#platform/names';
import { findOne, type IdOrSlug } from './id-or-slug.js';
import { type Organisation } from './organisation.entity.js';

/** The columns of an {@link Organisation} for hand-written SQL, from a table or alias `of`. */
export const organisationColumns = (of: string): string =>
  `${of}.id, ${of}.slug, ${of}.name, ${of}.search_name as "searchName", ${of}.kind, ${of}.country, ${of}.website,
   ${of}.about, ${of}.member_count as "memberCount", ${of}.created_at as "createdAt"`;

const byName: KeyColumn[] = [
  { sql: 'o.search_name', field: 'searchName', type: 'text' },
  { sql: 'o.id', field: 'id', type: 'uuid' },
];

/** Reads of the directory of organisations, which is public. */
@Injectable()
export class Organisations {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<Organisation[]> {
    return this.database.query<Organisation>(
      `select ${organisationColumns('o')} from organisation o where o.id = any($1::uuid[])`,
      [ids],
    );
  }

  find(which: IdOrSlug): Promise<Organisation | null> {
    return findOne(this.database, 'organisation', organisationColumns, which);
  }

  /** By name; empty `kinds` means all. */
  async page(wish: PageWish, search: string, kinds: readonly OrganisationKind[]): Promise<Connection<Organisation>> {
    const values = [containing(search), kinds];
    const condition = `o.search_name like $1 and ($2::text[] = '{}' or o.kind = any($2::text[]))`;
    const page = keyset(byName, wish, values);
    const rows = await this.database.query<Organisation>(
      `select ${organisationColumns('o')} from organisation o
       where ${condition} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async (): Promise<number> => {
      const sql = `select count(*)::int as count from organisation o where ${condition}`;
      return (await this.database.one<{ count: number }>(sql, values))?.count ?? 0;
    };
    return connection(rows, byName, page, wish, count, (organisation) => organisation);
  }
}
