import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import { vtimezone } from '#platform/time';
import { type MeetingStatus } from './meeting-status.js';

export interface CalendarSession {
  id: string;
  title: string;
  startsAt: Date;
  minutes: number;
  location: string | null;
  description: string;
}

/** A meeting as its calendar shows it: the published sessions, and those that an earlier version had. */
export interface CalendarMeeting {
  id: string;
  title: string;
  status: MeetingStatus;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  location: string | null;
  description: string;
  /** The meeting's page. */
  url: string;
  /** Where questions go: the list of the meeting's group. */
  organizer: { name: string; email: string };
  /** Rises with every change that a calendar shows: RFC 5545's SEQUENCE of all its events. */
  revision: number;
  createdAt: Date;
  changedAt: Date;
  sessions: CalendarSession[];
  withdrawn: CalendarSession[];
}

const hour = 3600;

/**
 * The iCalendar object (RFC 5545, METHOD:PUBLISH of RFC 5546) of meetings: one event for each as a whole, which blocks
 * nobody's day, and one for each session. UIDs are the ids of what they stand for (RFC 7986, 5.3), times are wall times
 * with their VTIMEZONE, and equal facts give equal bytes.
 */
export function calendarOf(name: string, timeZone: string, meetings: readonly CalendarMeeting[]): string {
  const calendar = ical({
    prodId: { company: 'Gemina', product: 'Meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: textValue(name),
    ttl: hour,
  });
  for (const meeting of meetings) {
    if (meeting.startsAt && meeting.endsAt)
      calendar.createEvent(wholeMeeting(meeting, meeting.startsAt, meeting.endsAt));
    for (const session of meeting.sessions) calendar.createEvent(sessionEvent(meeting, session, statusOf(meeting)));
    for (const session of meeting.withdrawn)
      calendar.createEvent(sessionEvent(meeting, session, ICalEventStatus.CANCELLED));
  }
  const instants = calendar.events().flatMap((event) => [event.start(), event.end()] as DateTime[]);
  const from = DateTime.min(...instants)?.toJSDate() ?? meetings[0]?.createdAt ?? new Date(0);
  const until = DateTime.max(...instants)?.toJSDate() ?? from;
  // A calendar has one component at least: of one without events the time zone is it.
  const generator = (zone: string): string => vtimezone(zone, from, until);
  calendar.timezone({ name: instants.length === 0 ? timeZone : null, generator });
  return `${calendar.toString()}\r\n`;
}

function wholeMeeting(meeting: CalendarMeeting, startsAt: Date, endsAt: Date) {
  return {
    ...shared(meeting, statusOf(meeting)),
    id: meeting.id,
    start: wallTime(startsAt, meeting.timeZone),
    end: wallTime(endsAt, meeting.timeZone),
    summary: plain(meeting.title),
    location: plain(meeting.location ?? '') || null,
    description: plain(meeting.description) || null,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function sessionEvent(meeting: CalendarMeeting, session: CalendarSession, status: ICalEventStatus) {
  return {
    ...shared(meeting, status),
    id: session.id,
    start: wallTime(session.startsAt, meeting.timeZone),
    end: wallTime(new Date(session.startsAt.getTime() + session.minutes * 60_000), meeting.timeZone),
    summary: plain(session.title),
    location: plain(session.location ?? '') || null,
    description: plain(session.description) || null,
    transparency: ICalEventTransparency.OPAQUE,
  };
}

const shared = (meeting: CalendarMeeting, status: ICalEventStatus) => ({
  sequence: meeting.revision,
  stamp: meeting.changedAt,
  lastModified: meeting.changedAt,
  created: meeting.createdAt,
  timezone: meeting.timeZone,
  status,
  url: meeting.url,
  organizer: { name: plain(meeting.organizer.name), email: meeting.organizer.email },
});

function statusOf({ status }: CalendarMeeting): ICalEventStatus {
  if (status === 'CANCELLED') return ICalEventStatus.CANCELLED;
  return status === 'PLANNED' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

const wallTime = (at: Date, zone: string): DateTime => DateTime.fromJSDate(at, { zone });

/** Without the control characters that no calendar text may have (RFC 5545, 3.1). */
const plain = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '');

/** Escaped (RFC 5545, 3.3.11), for the one property that ical-generator writes as it stands. */
const textValue = (text: string): string =>
  plain(text)
    .replace(/[\\;,]/g, (special) => `\\${special}`)
    .replace(/\n/g, '\\n');
