import { Injectable } from '@nestjs/common';
import { Cities } from '#cities';
import { type Actor } from '#platform/access';
import { newId, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { carryStandingItems } from './carry-standing-items.js';
import { freeSlug } from '#platform/names';
import { meetingPolicy } from './meeting.policy.js';
import { AgendaDrafted } from './meetings.events.js';
import { NobodyWithThisId, StandingItemExists } from './meetings.refusals.js';
import { MeetingSeries, StandingItem } from './series.entity.js';
import { type AddStandingItemInput, type CreateSeriesInput } from './series.input.js';

@Injectable()
export class SeriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cities: Cities,
  ) {}

  async create(actor: Actor, input: CreateSeriesInput): Promise<MeetingSeries> {
    actor.require(meetingPolicy.plan(actor));
    return this.unitOfWork.run(async (tx) =>
      tx.insert(MeetingSeries, {
        id: newId(),
        slug: await freeSlug(tx, 'meeting_series', input.name, { otherwise: 'meeting' }),
        name: input.name,
        about: input.about ?? null,
        createdBy: actor.requiredId,
        createdAt: this.clock.now(),
      }),
    );
  }

  /** From now on every meeting of the series carries it; those that are planned and not over get it too, without a time. */
  async addStandingItem(actor: Actor, input: AddStandingItemInput): Promise<MeetingSeries> {
    actor.require(meetingPolicy.plan(actor));
    return this.unitOfWork.run(async (tx) => {
      const series = await tx.require(MeetingSeries, { id: input.seriesId }, () => new NotFound('series'));
      const item: StandingItem = {
        id: newId(),
        seriesId: series.id,
        title: input.title,
        kind: input.kind,
        minutes: input.minutes,
        about: input.about ?? null,
        createdAt: this.clock.now(),
      };
      await tx.insert(StandingItem, item).orRefuse('standing_item_title_once', () => new StandingItemExists());
      const open = await tx.query<{ id: string }>(
        `select id from meeting where series_id = $1 and status not in ('RUNNING', 'HELD', 'CANCELLED')
           and (ends_at is null or ends_at > $2) order by id for update`,
        [series.id, item.createdAt],
      );
      for (const { id } of open) {
        await carryStandingItems(tx, id, [item]);
        tx.record(new AgendaDrafted(id));
      }
      return series;
    });
  }

  /** The cities that come every year, in this order; an empty list clears it. */
  async setRegulars(actor: Actor, seriesId: string, cityIds: readonly string[]): Promise<MeetingSeries> {
    actor.require(meetingPolicy.plan(actor));
    return this.unitOfWork.run(async (tx) => {
      const series = await tx.require(MeetingSeries, { id: seriesId }, () => new NotFound('series'));
      const wanted = [...new Set(cityIds)];
      const known = new Set((await this.cities.byIds(wanted)).map(({ id }) => id));
      const unknown = wanted.filter((id) => !known.has(id));
      if (unknown.length > 0) throw new NobodyWithThisId('cityIds', unknown);
      await tx.query('delete from series_regular where series_id = $1', [series.id]);
      await tx.query(
        `insert into series_regular (series_id, city_id, position)
         select $1, city, position from unnest($2::uuid[]) with ordinality as regular (city, position)`,
        [series.id, wanted],
      );
      return series;
    });
  }
}
