import { Injectable } from '@nestjs/common';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { type Organisation } from './organisation.entity.js';
import { Organisations } from './organisation.queries.js';

/** Organisations by id. */
@Injectable()
export class OrganisationLoader extends BatchLoader<string, Organisation> {
  constructor(private readonly organisations: Organisations) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(Organisation | null)[]> {
    return inKeyOrder(ids, await this.organisations.byIds(ids), ({ id }) => id);
  }
}
