import { Injectable } from '@nestjs/common';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { MentorOfferQueries, type OfferWithThemes } from './mentor-offer.queries.js';

@Injectable()
export class MentorOfferLoader extends BatchLoader<string, OfferWithThemes> {
  constructor(private readonly offers: MentorOfferQueries) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(OfferWithThemes | null)[]> {
    return inKeyOrder(ids, await this.offers.byIds(ids), (offer) => offer.id);
  }
}

/** Offers by their city's id. */
@Injectable()
export class OfferOfCityLoader extends BatchLoader<string, OfferWithThemes> {
  constructor(private readonly offers: MentorOfferQueries) {
    super();
  }

  async batch(cityIds: readonly string[]): Promise<(OfferWithThemes | null)[]> {
    return inKeyOrder(cityIds, await this.offers.byCities(cityIds), (offer) => offer.cityId);
  }
}
