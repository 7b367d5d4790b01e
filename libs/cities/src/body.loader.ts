import { Injectable } from '@nestjs/common';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { type City } from './city.entity.js';
import { Cities } from './city.queries.js';
import { type Organisation } from './organisation.entity.js';
import { Organisations } from './organisation.queries.js';

/** Cities and organisations by id, whichever it is. */
@Injectable()
export class BodyLoader extends BatchLoader<string, City | Organisation> {
  constructor(
    private readonly cities: Cities,
    private readonly organisations: Organisations,
  ) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(City | Organisation | null)[]> {
    const cities = await this.cities.byIds(ids);
    const organisations = cities.length === ids.length ? [] : await this.organisations.byIds(ids);
    return inKeyOrder<string, City | Organisation>(ids, [...cities, ...organisations], ({ id }) => id);
  }
}
