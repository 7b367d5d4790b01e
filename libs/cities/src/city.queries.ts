import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { connection, keyset, type Connection, type KeyColumn, type PageWish } from '#platform/graphql';
import { type CityFilter } from './city-filter.input.js';
import { type City } from './city.entity.js';
import { type CityOrder } from './city.enums.js';
import { containing } from '#platform/names';
import { findOne, type IdOrSlug } from './id-or-slug.js';

/** The columns of a {@link City} for hand-written SQL, from a table or alias `of`. */
export const cityColumns = (of: string): string =>
  `${of}.id, ${of}.slug, ${of}.name, ${of}.search_name as "searchName", ${of}.kind, ${of}.country,
   ${of}.part_of_id as "partOfId", ${of}.population, ${of}.languages, ${of}.latitude, ${of}.longitude, ${of}.website,
   ${of}.about, ${of}.declared, ${of}.declared_year as "declaredYear", ${of}.geoname_id as "geonameId",
   ${of}.member_count as "memberCount", ${of}.created_at as "createdAt"`;

const idOf: KeyColumn = { sql: 'c.id', field: 'id', type: 'uuid' };
const byName: KeyColumn[] = [{ sql: 'c.search_name', field: 'searchName', type: 'text' }, idOf];

/** What is not known comes last: a population of 0, a year after all years. `key` adds a sort key that is no column. */
const orders: Record<CityOrder, { columns: KeyColumn[]; key?: string }> = {
  NAME: { columns: byName },
  POPULATION: {
    columns: [
      { sql: 'coalesce(c.population, 0)', field: 'orderKey', type: 'int', descending: true },
      { ...idOf, descending: true },
    ],
    key: 'coalesce(c.population, 0)',
  },
  DECLARED_YEAR: {
    columns: [{ sql: 'coalesce(c.declared_year, 9999)', field: 'orderKey', type: 'int' }, ...byName],
    key: 'coalesce(c.declared_year, 9999)',
  },
};

/** Reads of the directory of cities, which is public. */
@Injectable()
export class Cities {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<City[]> {
    return this.database.query<City>(`select ${cityColumns('c')} from city c where c.id = any($1::uuid[])`, [ids]);
  }

  find(which: IdOrSlug): Promise<City | null> {
    return findOne(this.database, 'city', cityColumns, which);
  }

  /** Ids by the names that were asked for, each a slug or an id; what is no city's is not in the map. */
  async idsOf(names: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ name: string; id: string }>(
      `select n.name, c.id from unnest($1::text[]) as n (name) join city c on c.slug = n.name
       union select n.name, c.id from unnest($1::text[]) as n (name) join city c on c.id::text = n.name`,
      [names],
    );
    return new Map(rows.map(({ name, id }) => [name, id]));
  }

  async page(wish: PageWish, filter: CityFilter = {}, orderBy: CityOrder = 'NAME'): Promise<Connection<City>> {
    const { columns, key } = orders[orderBy];
    const { condition, values } = matching(filter);
    const page = keyset(columns, wish, values);
    const rows = await this.database.query<City>(
      `select ${cityColumns('c')}${key === undefined ? '' : `, ${key} as "orderKey"`} from city c
       where ${condition} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async (): Promise<number> => {
      const sql = `select count(*)::int as count from city c where ${condition}`;
      return (await this.database.one<{ count: number }>(sql, values))?.count ?? 0;
    };
    return connection(rows, columns, page, wish, count, (city) => city);
  }
}

function matching(filter: CityFilter): { condition: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions: string[] = ['true'];
  const require = (condition: (place: string) => string, value: unknown): void => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (filter.search) require((text) => `c.search_name like ${text}`, containing(filter.search));
  if (filter.country?.length) require((list) => `c.country = any(${list}::text[])`, filter.country);
  if (filter.kind?.length) require((list) => `c.kind = any(${list}::text[])`, filter.kind);
  if (filter.declared != null) require((is) => `c.declared = ${is}`, filter.declared);
  if (filter.mentoring != null) {
    require((is) =>
      `exists (select from city_exchange e where e.city_id = c.id and e.mentoring) = ${is}`, filter.mentoring);
  }
  if (filter.theme?.length) {
    const learning = filter.mentoring === true ? '' : ` or e.learns_on && LIST::text[]`;
    const exchange = `exists (select from city_exchange e where e.city_id = c.id and (e.mentors_on && LIST::text[]${learning}))`;
    require((list) => exchange.replaceAll('LIST', list), filter.theme);
  }
  return { condition: conditions.join(' and '), values };
}
