import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { BatchLoader, type Connection, inKeyOrder } from '#platform/graphql';
import { type Twinning } from './twinning.entity.js';
import { TwinningQueries, type TwinningsWish } from './twinning.queries.js';

/** Twinnings by id that the viewer may know of. */
@Injectable()
export class TwinningLoader extends BatchLoader<string, Twinning> {
  constructor(private readonly twinnings: TwinningQueries) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(Twinning | null)[]> {
    return inKeyOrder(ids, await this.twinnings.byIds(ids, viewer), (twinning) => twinning.id);
  }
}

export interface CityPage {
  cityId: string;
  wish: TwinningsWish;
}

/** The same page of many cities' twinnings: one statement for each wish, however many cities there are. */
@Injectable()
export class TwinningsOfCityLoader extends BatchLoader<CityPage, Connection<Twinning>> {
  constructor(private readonly twinnings: TwinningQueries) {
    super();
  }

  async batch(keys: readonly CityPage[], viewer: Actor): Promise<Connection<Twinning>[]> {
    const pages = new Map<CityPage, Connection<Twinning>>();
    for (const alike of Map.groupBy(keys, ({ wish }) => JSON.stringify(wish)).values()) {
      const cityIds = [...new Set(alike.map(({ cityId }) => cityId))];
      const ofCities = await this.twinnings.pagesOf(cityIds, viewer, alike[0]?.wish ?? {});
      for (const key of alike) {
        const page = ofCities[cityIds.indexOf(key.cityId)];
        if (page) pages.set(key, page);
      }
    }
    return keys.flatMap((key) => pages.get(key) ?? []);
  }
}
