import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { groupedByKey } from '#platform/graphql';
import { type AgendaChange, changesBetween } from './agenda-changes.js';
import { type Conflict, findConflicts } from './agenda-conflicts.js';
import { type AgendaSession, inProgrammeOrder, type Room, sessionColumns } from './agenda-session.entity.js';
import { type Meeting } from './meeting.entity.js';
import { type StandingItem } from './series.entity.js';

/** A conflict with the sessions themselves. */
export type ConflictOfSessions = Conflict & { sessions: AgendaSession[] };

/** An agenda as one reader sees it. */
export interface AgendaAsSeen {
  meetingId: string;
  /** The version that it is, or, where it is not published, the one that publishing it would make. */
  version: number;
  published: boolean;
  sessions: AgendaSession[];
  conflicts: ConflictOfSessions[];
}

export interface AgendaVersionRow {
  meetingId: string;
  version: number;
  publishedAt: Date;
  publishedBy: string | null;
  changes: AgendaChange[];
  timeZone: string;
}

const roomColumns = `r.id, r.meeting_id as "meetingId", r.name, r.capacity, r.features`;

/** Reads drafts and published agendas. Whether a reader may see the draft is the caller's to know. */
@Injectable()
export class Agendas {
  constructor(private readonly database: Database) {}

  async draftOf(meeting: Meeting): Promise<AgendaAsSeen> {
    const [agenda] = await this.drafts([meeting]);
    return agenda as AgendaAsSeen;
  }

  async publishedOf(meeting: Meeting): Promise<AgendaAsSeen> {
    const [agenda] = await this.published([meeting]);
    return agenda as AgendaAsSeen;
  }

  /** What planners work on, with all that does not fit; equal to the published agenda where nothing was changed since. */
  async drafts(meetings: readonly Meeting[]): Promise<AgendaAsSeen[]> {
    if (meetings.length === 0) return [];
    const ids = meetings.map(({ id }) => id);
    const sessions = await this.draftSessions(ids);
    const last = await this.publishedSessions(meetings);
    const rooms = await this.rooms(ids);
    const items = await this.standingItems(meetings.flatMap(({ seriesId }) => seriesId ?? []));
    return meetings.map((meeting, index) => {
      const own = sessions[index] ?? [];
      const unchanged = meeting.version > 0 && changesBetween(last[index] ?? [], own, String).length === 0;
      const standingItems = items.filter(({ seriesId }) => seriesId === meeting.seriesId);
      const conflicts = findConflicts({ ...meeting, sessions: own, rooms: rooms[index] ?? [], standingItems });
      return {
        meetingId: meeting.id,
        version: unchanged ? meeting.version : meeting.version + 1,
        published: unchanged,
        sessions: own,
        conflicts: conflicts.map((conflict) => ({
          ...conflict,
          sessions: own.filter(({ id }) => conflict.sessionIds.includes(id)),
        })),
      };
    });
  }

  /** What everybody else reads: the last published version, without word of what does not fit; version 0 has nothing. */
  async published(meetings: readonly Meeting[]): Promise<AgendaAsSeen[]> {
    const sessions = await this.publishedSessions(meetings);
    return meetings.map(({ id, version }, index) => ({
      meetingId: id,
      version,
      published: version > 0,
      sessions: sessions[index] ?? [],
      conflicts: [],
    }));
  }

  async draftSessions(meetingIds: readonly string[]): Promise<AgendaSession[][]> {
    const rows = await this.database.query<AgendaSession>(
      `select ${sessionColumns('s', 's')} from agenda_session s
       where s.meeting_id = any($1::uuid[]) order by ${inProgrammeOrder('s')}`,
      [meetingIds],
    );
    return groupedByKey(meetingIds, rows, ({ meetingId }) => meetingId);
  }

  /** Of the last version of each meeting, with how each session went. */
  async publishedSessions(meetings: readonly Meeting[]): Promise<AgendaSession[][]> {
    if (meetings.every(({ version }) => version === 0)) return meetings.map(() => []);
    const rows = await this.database.query<AgendaSession>(
      `select ${sessionColumns('p', 'live')} from unnest($1::uuid[], $2::int[]) as wanted (meeting_id, version)
       join published_session p on p.meeting_id = wanted.meeting_id and p.version = wanted.version
       left join agenda_session live on live.id = p.id order by ${inProgrammeOrder('p')}`,
      [meetings.map(({ id }) => id), meetings.map(({ version }) => version)],
    );
    return groupedByKey(
      meetings.map(({ id }) => id),
      rows,
      ({ meetingId }) => meetingId,
    );
  }

  /** Sessions that an earlier version had and the last one has not, each as it was published last. */
  async withdrawnSessions(meetings: readonly Meeting[]): Promise<AgendaSession[][]> {
    const rows = await this.database.query<AgendaSession>(
      `select * from (
         select distinct on (p.id) ${sessionColumns('p', 'live')} from unnest($1::uuid[], $2::int[]) as wanted (meeting_id, version)
         join published_session p on p.meeting_id = wanted.meeting_id and p.version < wanted.version
         left join agenda_session live on live.id = p.id
         where not exists (select 1 from published_session last
           where last.meeting_id = p.meeting_id and last.version = wanted.version and last.id = p.id)
         order by p.id, p.version desc) as withdrawn
       order by "startsAt", id`,
      [meetings.map(({ id }) => id), meetings.map(({ version }) => version)],
    );
    return groupedByKey(
      meetings.map(({ id }) => id),
      rows,
      ({ meetingId }) => meetingId,
    );
  }

  async rooms(meetingIds: readonly string[]): Promise<Room[][]> {
    const rows = await this.database.query<Room>(
      `select ${roomColumns} from room r where r.meeting_id = any($1::uuid[]) order by lower(r.name), r.id`,
      [meetingIds],
    );
    return groupedByKey(meetingIds, rows, ({ meetingId }) => meetingId);
  }

  /** Oldest first. */
  async versions(meetingIds: readonly string[]): Promise<AgendaVersionRow[][]> {
    const rows = await this.database.query<AgendaVersionRow>(
      `select v.meeting_id as "meetingId", v.version, v.published_at as "publishedAt", v.published_by as "publishedBy",
         v.changes, m.time_zone as "timeZone"
       from agenda_version v join meeting m on m.id = v.meeting_id
       where v.meeting_id = any($1::uuid[]) order by v.version`,
      [meetingIds],
    );
    return groupedByKey(meetingIds, rows, ({ meetingId }) => meetingId);
  }

  private async standingItems(seriesIds: readonly string[]): Promise<StandingItem[]> {
    if (seriesIds.length === 0) return [];
    return this.database.query<StandingItem>(
      `select i.id, i.series_id as "seriesId", i.title from standing_item i
       where i.series_id = any($1::uuid[]) order by i.created_at, i.id`,
      [seriesIds],
    );
  }
}
