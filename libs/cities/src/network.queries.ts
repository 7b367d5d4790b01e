import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { connection, keyset, type Connection, type KeyColumn, type PageWish } from '#platform/graphql';
import { findOne, type IdOrSlug } from './id-or-slug.js';
import { type Network } from './network.entity.js';

/** The columns of a {@link Network} for hand-written SQL, from a table or alias `of`. */
export const networkColumns = (of: string): string =>
  `${of}.id, ${of}.slug, ${of}.name, ${of}.search_name as "searchName", ${of}.kind, ${of}.about,
   ${of}.convenor_city_id as "convenorCityId", ${of}.convenor_organisation_id as "convenorOrganisationId",
   ${of}.city_count as "cityCount", ${of}.created_at as "createdAt"`;

const byName: KeyColumn[] = [
  { sql: 'n.search_name', field: 'searchName', type: 'text' },
  { sql: 'n.id', field: 'id', type: 'uuid' },
];

/** Reads of networks, which are public. */
@Injectable()
export class Networks {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<Network[]> {
    return this.database.query<Network>(`select ${networkColumns('n')} from network n where n.id = any($1::uuid[])`, [
      ids,
    ]);
  }

  find(which: IdOrSlug): Promise<Network | null> {
    return findOne(this.database, 'network', networkColumns, which);
  }

  async page(wish: PageWish): Promise<Connection<Network>> {
    const page = keyset(byName, wish);
    const rows = await this.database.query<Network>(
      `select ${networkColumns('n')} from network n where ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async (): Promise<number> =>
      (await this.database.one<{ count: number }>('select count(*)::int as count from network'))?.count ?? 0;
    return connection(rows, byName, page, wish, count, (network) => network);
  }
}
