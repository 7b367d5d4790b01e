/**
 * Meetings in series: what every one of them carries, an agenda from draft to published versions, and calendars.
 *
 * - Who plans sees the draft, everybody else the version published last; `AgendaPublished` tells that there is a new one.
 * - `ImportAgenda.keep` reads an agenda as people write it.
 */
export { AgendaService } from './agenda.service.js';
export { AgendaSession, Room } from './agenda-session.entity.js';
export { Agendas, type AgendaAsSeen } from './agenda.queries.js';
export { AgendaSessionType } from './agenda.type.js';
export { ImportAgenda } from './import-agenda.js';
export { Meeting } from './meeting.entity.js';
export { MeetingFormat, MeetingStatus } from './meeting-status.js';
export { MeetingLoader } from './meeting.loader.js';
export { meetingPolicy } from './meeting.policy.js';
export { Meetings } from './meeting.queries.js';
export { MeetingService } from './meeting.service.js';
export { MeetingConnection, MeetingEdge, MeetingType } from './meeting.type.js';
export { AgendaDrafted, AgendaPublished, MeetingChanged, MeetingPlanned, SessionWentOn } from './meetings.events.js';
export { MeetingsModule } from './meetings.module.js';
export { meetingsSchema } from './meetings.schema.js';
export { PublishAgenda } from './publish-agenda.js';
export { RunSessions } from './run-sessions.js';
export { MeetingSeries, StandingItem } from './series.entity.js';
export { SeriesQueries } from './series.queries.js';
export { SeriesService } from './series.service.js';
export { MeetingSeriesType } from './series.type.js';
export { SessionKind } from './session-kind.js';
