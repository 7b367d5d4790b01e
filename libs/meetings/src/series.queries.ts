import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { BatchLoader, groupedByKey, inKeyOrder } from '#platform/graphql';
import { type MeetingSeries, type StandingItem } from './series.entity.js';

const seriesColumns = (of: string): string =>
  `${of}.id, ${of}.slug, ${of}.name, ${of}.about, ${of}.created_by as "createdBy", ${of}.created_at as "createdAt"`;

const itemColumns = (of: string): string =>
  `${of}.id, ${of}.series_id as "seriesId", ${of}.title, ${of}.kind, ${of}.minutes, ${of}.about, ${of}.created_at as "createdAt"`;

/** Series are public; which of their meetings one sees is the meetings' business. */
@Injectable()
export class SeriesQueries {
  constructor(private readonly database: Database) {}

  bySlug(slug: string): Promise<MeetingSeries | null> {
    return this.database.one<MeetingSeries>(`select ${seriesColumns('s')} from meeting_series s where s.slug = $1`, [
      slug,
    ]);
  }

  byIds(ids: readonly string[]): Promise<MeetingSeries[]> {
    return this.database.query<MeetingSeries>(
      `select ${seriesColumns('s')} from meeting_series s where s.id = any($1::uuid[])`,
      [ids],
    );
  }
}

@Injectable()
export class SeriesLoader extends BatchLoader<string, MeetingSeries> {
  constructor(private readonly series: SeriesQueries) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(MeetingSeries | null)[]> {
    return inKeyOrder(ids, await this.series.byIds(ids), ({ id }) => id);
  }
}

/** Standing items by id; they are as public as their series. */
@Injectable()
export class StandingItemLoader extends BatchLoader<string, StandingItem> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[]): Promise<(StandingItem | null)[]> {
    const rows = await this.database.query<StandingItem>(
      `select ${itemColumns('i')} from standing_item i where i.id = any($1::uuid[])`,
      [ids],
    );
    return inKeyOrder(ids, rows, ({ id }) => id);
  }
}

/** What each meeting of a series carries, in the order in which it was agreed on. */
@Injectable()
export class StandingItemsOfSeries extends BatchLoader<string, StandingItem[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(seriesIds: readonly string[]): Promise<StandingItem[][]> {
    const rows = await this.database.query<StandingItem>(
      `select ${itemColumns('i')} from standing_item i where i.series_id = any($1::uuid[]) order by i.created_at, i.id`,
      [seriesIds],
    );
    return groupedByKey(seriesIds, rows, ({ seriesId }) => seriesId);
  }
}

/** Ids of the cities that come every year. */
@Injectable()
export class RegularsOfSeries extends BatchLoader<string, string[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(seriesIds: readonly string[]): Promise<string[][]> {
    const rows = await this.database.query<{ seriesId: string; cityId: string }>(
      `select r.series_id as "seriesId", r.city_id as "cityId" from series_regular r
       where r.series_id = any($1::uuid[]) order by r.position`,
      [seriesIds],
    );
    return groupedByKey(seriesIds, rows, ({ seriesId }) => seriesId).map((list) => list.map(({ cityId }) => cityId));
  }
}
