import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { BatchLoader, groupedByKey, inKeyOrder } from '#platform/graphql';
import { type Network } from './network.entity.js';
import { networkColumns, Networks } from './network.queries.js';

/** Networks by id. */
@Injectable()
export class NetworkLoader extends BatchLoader<string, Network> {
  constructor(private readonly networks: Networks) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(Network | null)[]> {
    return inKeyOrder(ids, await this.networks.byIds(ids), ({ id }) => id);
  }
}

/** The networks that each city belongs to, by name. */
@Injectable()
export class NetworksOfCity extends BatchLoader<string, Network[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(cityIds: readonly string[]): Promise<Network[][]> {
    const rows = await this.database.query<Network & { cityId: string }>(
      `select nc.city_id as "cityId", ${networkColumns('n')} from network_city nc join network n on n.id = nc.network_id
       where nc.city_id = any($1::uuid[]) order by n.search_name, n.id`,
      [cityIds],
    );
    return groupedByKey(cityIds, rows, ({ cityId }) => cityId);
  }
}
