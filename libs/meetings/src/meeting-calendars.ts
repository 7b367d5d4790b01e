import { Injectable } from '@nestjs/common';
import { GroupQueries } from '#discussions';
import { People } from '#people';
import { type Actor } from '#platform/access';
import { Config } from '#platform/config';
import { Language } from '#platform/language';
import { type AgendaSession, type Room } from './agenda-session.entity.js';
import { Agendas } from './agenda.queries.js';
import { type CalendarMeeting, calendarOf, type CalendarSession } from './meeting-calendar.js';
import { type Meeting } from './meeting.entity.js';
import { Meetings } from './meeting.queries.js';
import { calendarMessages } from './meetings.messages.js';
import { SeriesQueries } from './series.queries.js';

interface Reader {
  actor: Actor;
  locale: string;
}

/** What sessions of some meetings name by id. */
interface Names {
  people: Map<string, string>;
  rooms: Map<string, string>;
}

/** Calendars of what an actor may see: published agendas, whoever asks; planners too have their draft on the web only. */
@Injectable()
export class MeetingCalendars {
  constructor(
    private readonly meetings: Meetings,
    private readonly series: SeriesQueries,
    private readonly agendas: Agendas,
    private readonly people: People,
    private readonly groups: GroupQueries,
    private readonly words: Language,
    private readonly config: Config,
  ) {}

  /** Null where there is no such meeting, or none that the actor may see. */
  async ofMeeting(reader: Reader, slug: string): Promise<string | null> {
    const meeting = await this.meetings.find(reader.actor, { slug });
    return meeting && calendarOf(meeting.title, meeting.timeZone, await this.shown([meeting], reader));
  }

  async ofSeries(reader: Reader, slug: string): Promise<string | null> {
    const series = await this.series.bySlug(slug);
    if (!series) return null;
    const meetings = await this.meetings.forCalendar(reader.actor, series.id);
    return calendarOf(series.name, meetings[0]?.timeZone ?? 'UTC', await this.shown(meetings, reader));
  }

  private async shown(meetings: readonly Meeting[], { locale }: Reader): Promise<CalendarMeeting[]> {
    const sessions = await this.agendas.publishedSessions(meetings);
    const withdrawn = await this.agendas.withdrawnSessions(meetings);
    const names = await this.namesIn([...sessions, ...withdrawn].flat(), meetings);
    return Promise.all(
      meetings.map(async (meeting, index) => ({
        id: meeting.id,
        title: meeting.title,
        status: meeting.status,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
        timeZone: meeting.timeZone,
        location: meeting.venue ?? meeting.onlineUrl,
        description: [meeting.about, this.online(meeting, locale)].filter(Boolean).join('\n\n'),
        url: `${this.config.publicUrl}/meetings/${meeting.slug}`,
        organizer: { name: meeting.title, email: await this.addressOf(meeting) },
        revision: meeting.revision,
        createdAt: meeting.createdAt,
        changedAt: meeting.changedAt,
        sessions: this.events(sessions[index] ?? [], meeting, names, locale),
        withdrawn: this.events(withdrawn[index] ?? [], meeting, names, locale),
      })),
    );
  }

  private events(
    sessions: readonly AgendaSession[],
    meeting: Meeting,
    names: Names,
    locale: string,
  ): CalendarSession[] {
    return sessions.flatMap((session) => {
      const { id, title, startsAt, minutes } = session;
      if (!startsAt) return [];
      const place = [names.rooms.get(session.roomId ?? ''), meeting.venue ?? meeting.onlineUrl]
        .filter(Boolean)
        .join(', ');
      return [
        { id, title, startsAt, minutes, location: place || null, description: this.about(session, names, locale) },
      ];
    });
  }

  private about(session: AgendaSession, { people }: Names, locale: string): string {
    const named = (ids: readonly string[], guests: readonly string[]): string =>
      [...ids.flatMap((id) => people.get(id) ?? []), ...guests].join('; ');
    const line = (message: keyof typeof calendarMessages, text: string): string =>
      text && `${this.words.say(locale, calendarMessages[message])}: ${text}`;
    return [
      session.about,
      session.questions.map((question) => `- ${question}`).join('\n'),
      line('speakers', named(session.speakerIds, session.speakerNames)),
      line('moderators', named(session.moderatorIds, session.moderatorNames)),
    ]
      .filter(Boolean)
      .join('\n\n');
  }

  private online({ onlineUrl }: Meeting, locale: string): string | null {
    return onlineUrl && `${this.words.say(locale, calendarMessages.online)}: ${onlineUrl}`;
  }

  private async namesIn(sessions: readonly AgendaSession[], meetings: readonly Meeting[]): Promise<Names> {
    const ids = sessions.flatMap(({ speakerIds, moderatorIds }) => [...speakerIds, ...moderatorIds]);
    const people = ids.length > 0 ? await this.people.byIds([...new Set(ids)]) : [];
    const rooms: Room[] = (await this.agendas.rooms(meetings.map(({ id }) => id))).flat();
    return {
      people: new Map(people.map(({ id, name }) => [id, name])),
      rooms: new Map(rooms.map(({ id, name }) => [id, name])),
    };
  }

  /** RFC 5546 asks for an organizer: the list of the meeting's group, which its planners read. */
  private async addressOf({ groupId, slug }: Meeting): Promise<string> {
    const group = groupId && (await this.groups.byId(groupId));
    return `${group ? group.slug : slug}@${this.config.mailDomain}`;
  }
}
