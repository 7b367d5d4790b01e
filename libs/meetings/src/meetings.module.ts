import { Module, type OnModuleInit } from '@nestjs/common';
import { CitiesModule } from '#cities';
import { DiscussionsModule } from '#discussions';
import { PeopleModule, PersonalRecords } from '#people';
import { ConflictFieldsResolver, SessionFieldsResolver, VersionFieldsResolver } from './agenda-fields.resolver.js';
import { AgendaFeeds } from './agenda.feeds.js';
import { AgendaTable } from './agenda-table.js';
import { AgendaWords } from './agenda-words.js';
import { Agendas } from './agenda.queries.js';
import { AgendaResolver } from './agenda.resolver.js';
import { AgendaService } from './agenda.service.js';
import { CalendarController } from './calendar.controller.js';
import { ImportAgenda } from './import-agenda.js';
import { MeetingCalendars } from './meeting-calendars.js';
import { MeetingAgendaFieldsResolver, MeetingFieldsResolver } from './meeting-fields.resolver.js';
import {
  AgendaOfMeeting,
  ForecastOfMeeting,
  MeetingLoader,
  RoomLoader,
  RoomsOfMeeting,
  SessionLoader,
  VersionsOfMeeting,
} from './meeting.loader.js';
import { Meetings } from './meeting.queries.js';
import { MeetingResolver } from './meeting.resolver.js';
import { MeetingService } from './meeting.service.js';
import { MeetingsNodes } from './meetings-nodes.js';
import { PublishAgenda } from './publish-agenda.js';
import { RunSessions } from './run-sessions.js';
import {
  RegularsOfSeries,
  SeriesLoader,
  SeriesQueries,
  StandingItemLoader,
  StandingItemsOfSeries,
} from './series.queries.js';
import { SeriesFieldsResolver, SeriesResolver } from './series.resolver.js';
import { SeriesService } from './series.service.js';

const reads = [Meetings, SeriesQueries, Agendas, AgendaWords, MeetingCalendars, AgendaFeeds];
const writes = [SeriesService, MeetingService, AgendaTable, AgendaService, PublishAgenda, RunSessions, ImportAgenda];
const loaders = [
  MeetingLoader,
  AgendaOfMeeting,
  VersionsOfMeeting,
  RoomsOfMeeting,
  RoomLoader,
  SessionLoader,
  ForecastOfMeeting,
  SeriesLoader,
  StandingItemLoader,
  StandingItemsOfSeries,
  RegularsOfSeries,
];
const resolvers = [
  SeriesResolver,
  SeriesFieldsResolver,
  MeetingResolver,
  MeetingFieldsResolver,
  MeetingAgendaFieldsResolver,
  AgendaResolver,
  SessionFieldsResolver,
  ConflictFieldsResolver,
  VersionFieldsResolver,
];

/** Meetings in series, their agendas from draft to the day itself, and their calendars. */
@Module({
  imports: [PeopleModule, CitiesModule, DiscussionsModule],
  controllers: [CalendarController],
  providers: [...reads, ...writes, ...loaders, ...resolvers, MeetingsNodes],
  exports: [...reads, ...writes, MeetingLoader],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly records: PersonalRecords,
    private readonly meetings: Meetings,
  ) {}

  /** Erasing an account needs nothing here: agendas hold ids, and the person behind one then has no name any more. */
  onModuleInit(): void {
    this.records.add('meetings', (personId) => this.meetings.allOf(personId));
  }
}
