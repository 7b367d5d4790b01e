import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { Clock } from '#platform/time';
import { forecastStarts } from './agenda-forecast.js';
import { type AgendaSession, type Room, sessionColumns } from './agenda-session.entity.js';
import { Agendas, type AgendaAsSeen, type AgendaVersionRow } from './agenda.queries.js';
import { type Meeting, visibleMeeting } from './meeting.entity.js';
import { meetingPolicy } from './meeting.policy.js';
import { Meetings } from './meeting.queries.js';

/** Meetings by id that the viewer may see. */
@Injectable()
export class MeetingLoader extends BatchLoader<string, Meeting> {
  constructor(private readonly meetings: Meetings) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(Meeting | null)[]> {
    const meetings = await this.meetings.byIds(ids);
    return inKeyOrder(
      ids,
      meetings.filter((meeting) => meetingPolicy.see(viewer, meeting)),
      ({ id }) => id,
    );
  }
}

/** Each meeting's agenda: the draft for those who plan it, what was published for everybody else. */
@Injectable()
export class AgendaOfMeeting extends BatchLoader<string, AgendaAsSeen> {
  constructor(
    private readonly meetings: MeetingLoader,
    private readonly agendas: Agendas,
  ) {
    super();
  }

  async batch(meetingIds: readonly string[], viewer: Actor): Promise<(AgendaAsSeen | null)[]> {
    const seen = (await this.meetings.batch(meetingIds, viewer)).filter((meeting) => meeting !== null);
    const planned = seen.filter((meeting) => meetingPolicy.planAgenda(viewer, meeting));
    const read = seen.filter((meeting) => !planned.includes(meeting));
    const agendas = [...(await this.agendas.drafts(planned)), ...(await this.agendas.published(read))];
    return inKeyOrder(meetingIds, agendas, ({ meetingId }) => meetingId);
  }
}

/** The versions of each meeting's agenda, oldest first; of meetings that the viewer's query has found. */
@Injectable()
export class VersionsOfMeeting extends BatchLoader<string, AgendaVersionRow[]> {
  constructor(private readonly agendas: Agendas) {
    super();
  }

  batch(meetingIds: readonly string[]): Promise<AgendaVersionRow[][]> {
    return this.agendas.versions(meetingIds);
  }
}

/** The rooms of each meeting, by name; of meetings that the viewer's query has found. */
@Injectable()
export class RoomsOfMeeting extends BatchLoader<string, Room[]> {
  constructor(private readonly agendas: Agendas) {
    super();
  }

  batch(meetingIds: readonly string[]): Promise<Room[][]> {
    return this.agendas.rooms(meetingIds);
  }
}

/** Rooms by id, of meetings that the viewer may see. */
@Injectable()
export class RoomLoader extends BatchLoader<string, Room> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(Room | null)[]> {
    const rows = await this.database.query<Room>(
      `select r.id, r.meeting_id as "meetingId", r.name, r.capacity, r.features from room r join meeting m on m.id = r.meeting_id
       where r.id = any($1::uuid[]) and ${visibleMeeting('m', '$2')}`,
      [ids, viewer.signedIn],
    );
    return inKeyOrder(ids, rows, ({ id }) => id);
  }
}

type SessionAndHost = AgendaSession & { hostId: string | null };

/** Sessions by id: as they are drafted for those who plan them, as they were published last for everybody else. */
@Injectable()
export class SessionLoader extends BatchLoader<string, AgendaSession> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(AgendaSession | null)[]> {
    const drafted = await this.database.query<SessionAndHost>(
      `select ${sessionColumns('s', 's')}, m.host_id as "hostId" from agenda_session s join meeting m on m.id = s.meeting_id
       where s.id = any($1::uuid[]) and ${visibleMeeting('m', '$2')}`,
      [ids, viewer.signedIn],
    );
    const planned = drafted.filter((session) => meetingPolicy.planAgenda(viewer, session));
    const published = await this.database.query<AgendaSession>(
      `select ${sessionColumns('p', 'live')} from published_session p
       join meeting m on m.id = p.meeting_id and m.version = p.version left join agenda_session live on live.id = p.id
       where p.id = any($1::uuid[]) and ${visibleMeeting('m', '$2')}`,
      [ids, viewer.signedIn],
    );
    return inKeyOrder(ids, [...published, ...planned], ({ id }) => id);
  }
}

/** For each meeting that runs, when the sessions that have not begun will; null for one that does not run. */
@Injectable()
export class ForecastOfMeeting extends BatchLoader<string, Map<string, Date>> {
  constructor(
    private readonly meetings: Meetings,
    private readonly agendas: Agendas,
    private readonly clock: Clock,
  ) {
    super();
  }

  async batch(meetingIds: readonly string[]): Promise<(Map<string, Date> | null)[]> {
    const running = (await this.meetings.byIds(meetingIds)).filter(({ status }) => status === 'RUNNING');
    const published = await this.agendas.publishedSessions(running);
    const drafted = await this.agendas.draftSessions(
      running.filter(({ version }) => version === 0).map(({ id }) => id),
    );
    const forecasts = running.map(({ id }, index) => {
      const sessions = published[index]?.length ? published[index] : drafted.find(([first]) => first?.meetingId === id);
      return { id, starts: forecastStarts(sessions ?? [], this.clock.now()) };
    });
    return inKeyOrder(meetingIds, forecasts, ({ id }) => id).map((forecast) => forecast?.starts ?? null);
  }
}
