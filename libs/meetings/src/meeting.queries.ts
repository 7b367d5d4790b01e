import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { connection, type Connection, keyset, type KeyColumn, type PageWish } from '#platform/graphql';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { type Meeting, meetingColumns, visibleMeeting } from './meeting.entity.js';

type MeetingRow = Meeting & { sortsAt: Date };

const byStart = (descending: boolean): KeyColumn[] => [
  { sql: 'm.sorts_at', field: 'sortsAt', type: 'timestamptz', descending },
  { sql: 'm.id', field: 'id', type: 'uuid', descending },
];

/** Reads meetings that an actor may see. */
@Injectable()
export class Meetings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By id or slug, or both where they must agree; null where there is none that the actor may see. */
  async find(actor: Actor, { id, slug }: { id?: string | null; slug?: string | null }): Promise<Meeting | null> {
    if (id == null && slug == null) return null;
    return this.database.one<Meeting>(
      `select ${meetingColumns('m')} from meeting m
       where ($2::uuid is null or m.id = $2) and ($3::text is null or m.slug = $3) and ${visibleMeeting('m', '$1')}`,
      [actor.signedIn, id ?? null, slug ?? null],
    );
  }

  async require(actor: Actor, id: string): Promise<Meeting> {
    const meeting = await this.find(actor, { id });
    if (!meeting) throw new NotFound('meeting');
    return meeting;
  }

  /** For programs: whatever there is. */
  byIds(ids: readonly string[]): Promise<Meeting[]> {
    return this.database.query<Meeting>(`select ${meetingColumns('m')} from meeting m where m.id = any($1::uuid[])`, [
      ids,
    ]);
  }

  /**
   * The latest first. `upcoming`: those that are not over, the next one first, ones without a date last, cancelled ones
   * left out; false: those that are over.
   */
  page(actor: Actor, wish: PageWish, upcoming: boolean | null): Promise<Connection<Meeting>> {
    const over = `(m.status = 'HELD' or m.ends_at <= $2)`;
    const which =
      upcoming === null ? 'true' : upcoming ? `not coalesce(${over}, false) and m.status <> 'CANCELLED'` : over;
    return this.pageWhere(actor, wish, `${which} and $2::timestamptz is not null`, this.clock.now(), upcoming !== true);
  }

  /** Of a series, the latest first. */
  ofSeries(actor: Actor, seriesId: string, wish: PageWish): Promise<Connection<Meeting>> {
    return this.pageWhere(actor, wish, 'm.series_id = $2', seriesId, true);
  }

  /** What a calendar of the series holds: its latest 50 meetings. */
  forCalendar(actor: Actor, seriesId: string): Promise<Meeting[]> {
    return this.database.query<Meeting>(
      `select ${meetingColumns('m')} from meeting m
       where m.series_id = $2 and ${visibleMeeting('m', '$1')} order by m.sorts_at desc, m.id desc limit 50`,
      [actor.signedIn, seriesId],
    );
  }

  /** All sessions that a person speaks in or moderates, and meetings that they planned: for the export of what is kept about them. */
  async allOf(personId: string): Promise<object> {
    const sessions = await this.database.query<object>(
      `select m.title as meeting, s.title, s.starts_at as "startsAt", $1 = any(s.speaker_ids) as speaker,
         $1 = any(s.moderator_ids) as moderator
       from agenda_session s join meeting m on m.id = s.meeting_id
       where s.speaker_ids @> array[$1::uuid] or s.moderator_ids @> array[$1::uuid] order by s.starts_at, s.id`,
      [personId],
    );
    const planned = await this.database.query<object>(
      'select title, created_at as "plannedAt" from meeting where created_by = $1 order by created_at, id',
      [personId],
    );
    return { sessions, planned };
  }

  private async pageWhere(
    actor: Actor,
    wish: PageWish,
    condition: string,
    value: unknown,
    latestFirst: boolean,
  ): Promise<Connection<Meeting>> {
    const columns = byStart(latestFirst);
    const where = `${visibleMeeting('m', '$1')} and ${condition}`;
    const given = [actor.signedIn, value];
    const page = keyset(columns, wish, given);
    const rows = await this.database.query<MeetingRow>(
      `select ${meetingColumns('m')}, m.sorts_at as "sortsAt" from meeting m
       where ${where} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async (): Promise<number> => {
      const sql = `select count(*)::int as count from meeting m where ${where}`;
      return (await this.database.one<{ count: number }>(sql, given))?.count ?? 0;
    };
    return connection(rows, columns, page, wish, count, (row) => row);
  }
}
