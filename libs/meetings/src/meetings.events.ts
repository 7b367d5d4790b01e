import { DomainEvent } from '#platform/database';
import { type MeetingStatus } from './meeting-status.js';

/** Followed by whoever may see the meeting: what was published, and how the day goes. */
export const agendaTopic = (meetingId: string): string => `agenda:${meetingId}`;
/** Followed by those who plan it: every change of the draft too. */
export const draftTopic = (meetingId: string): string => `agenda-draft:${meetingId}`;

export class MeetingPlanned extends DomainEvent {
  static override readonly storedName = 'meetings.meeting-planned';
  constructor(
    readonly meetingId: string,
    readonly seriesId: string | null,
  ) {
    super();
  }
}

/** Its title, dates, place or status; `status` is the one that it has now. */
export class MeetingChanged extends DomainEvent {
  static override readonly storedName = 'meetings.meeting-changed';
  constructor(
    readonly meetingId: string,
    readonly status: MeetingStatus,
  ) {
    super();
  }
}

export class AgendaDrafted extends DomainEvent {
  static override readonly storedName = 'meetings.agenda-drafted';
  constructor(readonly meetingId: string) {
    super();
  }
  override topics(): string[] {
    return [draftTopic(this.meetingId)];
  }
}

export class AgendaPublished extends DomainEvent {
  static override readonly storedName = 'meetings.agenda-published';
  constructor(
    readonly meetingId: string,
    readonly version: number,
  ) {
    super();
  }
  override topics(): string[] {
    return [agendaTopic(this.meetingId), draftTopic(this.meetingId)];
  }
}

/** A session began, finished, or got notes. */
export class SessionWentOn extends DomainEvent {
  static override readonly storedName = 'meetings.session-went-on';
  constructor(
    readonly meetingId: string,
    readonly sessionId: string,
  ) {
    super();
  }
  override topics(): string[] {
    return [agendaTopic(this.meetingId), draftTopic(this.meetingId)];
  }
}
