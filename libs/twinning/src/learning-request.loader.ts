import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { BatchLoader, groupedByKey, inKeyOrder } from '#platform/graphql';
import { type LearningRequest } from './learning-request.entity.js';

const columns = `r.id, r.city_id as "cityId", r.themes, r.languages, r.formats, r.goal, r.open,
  r.created_at as "createdAt", r.closed_at as "closedAt"`;

/** Learning requests by id; they are public. */
@Injectable()
export class LearningRequestLoader extends BatchLoader<string, LearningRequest> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(LearningRequest | null)[]> {
    const sql = `select ${columns} from learning_request r where r.id = any($1::uuid[])`;
    return inKeyOrder(ids, await this.database.query<LearningRequest>(sql, [ids]), (request) => request.id);
  }
}

/** A city's learning requests, open ones first, then the newest; the last 50. */
@Injectable()
export class LearningRequestsOfCityLoader extends BatchLoader<string, LearningRequest[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(cityIds: readonly string[]): Promise<LearningRequest[][]> {
    const requests = await this.database.query<LearningRequest>(
      `select r.* from unnest($1::uuid[]) as city (id) cross join lateral
         (select ${columns} from learning_request r where r.city_id = city.id
          order by r.open desc, r.created_at desc, r.id desc limit 50) r`,
      [cityIds],
    );
    return groupedByKey(cityIds, requests, (request) => request.cityId);
  }
}
