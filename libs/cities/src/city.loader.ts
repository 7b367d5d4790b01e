import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { BatchLoader, groupedByKey, inKeyOrder, type KeyColumn, type Keyset } from '#platform/graphql';
import { type City } from './city.entity.js';
import { Cities, cityColumns } from './city.queries.js';
import { type Claim } from './claim.entity.js';
import { PageOfParent } from './page-of-parent.js';

/** Cities by id. */
@Injectable()
export class CityLoader extends BatchLoader<string, City> {
  constructor(private readonly cities: Cities) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(City | null)[]> {
    return inKeyOrder(ids, await this.cities.byIds(ids), ({ id }) => id);
  }
}

/** What sources say of each city, by subject; the city's own word first. */
@Injectable()
export class ClaimsOfCity extends BatchLoader<string, Claim[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(cityIds: readonly string[]): Promise<Claim[][]> {
    const claims = await this.database.query<Claim>(
      `select id, city_id as "cityId", subject, value, source, source_url as "sourceUrl",
         published_on::text as "publishedOn", denies, own_word as "ownWord", created_at as "createdAt"
       from claim where city_id = any($1::uuid[])
       order by array_position(array['DECLARED_YEAR', 'DECLARATION', 'FOCUS', 'NETWORK_ROLE', 'POPULATION'], subject),
         own_word desc, id`,
      [cityIds],
    );
    return groupedByKey(cityIds, claims, ({ cityId }) => cityId);
  }
}

/** Ids of each city's focal points, the longest serving first. */
@Injectable()
export class FocalPointsOfCity extends BatchLoader<string, string[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(cityIds: readonly string[]): Promise<string[][]> {
    const rows = await this.database.query<{ cityId: string; personId: string }>(
      `select m.body_id as "cityId", m.person_id as "personId" from membership m
       where m.body_id = any($1::uuid[]) and m.status = 'CONFIRMED' and m.role = 'FOCAL_POINT' order by m.since, m.id`,
      [cityIds],
    );
    return groupedByKey(cityIds, rows, ({ cityId }) => cityId).map((list) => list.map(({ personId }) => personId));
  }
}

/** The cities of a network, by name. */
@Injectable()
export class CitiesOfNetwork extends PageOfParent<City> {
  protected readonly order: KeyColumn[] = [
    { sql: 'c.search_name', field: 'searchName', type: 'text' },
    { sql: 'c.id', field: 'id', type: 'uuid' },
  ];

  constructor(database: Database) {
    super(database);
  }

  protected statement(page: Keyset): string {
    return `select parent.id as "parentId", ${cityColumns('c')} from unnest($1::uuid[]) as parent (id)
      cross join lateral (
        select c.* from network_city nc join city c on c.id = nc.city_id
        where nc.network_id = parent.id and ${page.where} order by ${page.orderBy} limit ${page.limit}) c
      order by ${page.orderBy}`;
  }
}
