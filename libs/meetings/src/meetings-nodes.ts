import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeSources } from '#platform/graphql';
import { MeetingLoader, RoomLoader, SessionLoader } from './meeting.loader.js';
import { SeriesLoader, StandingItemLoader } from './series.queries.js';

/** Lets series, meetings and what is on their agendas be found by id alone. */
@Injectable()
export class MeetingsNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly series: SeriesLoader,
    private readonly items: StandingItemLoader,
    private readonly meetings: MeetingLoader,
    private readonly rooms: RoomLoader,
    private readonly sessions: SessionLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.add('MeetingSeries', 'meeting_series', this.series);
    this.nodes.add('StandingItem', 'standing_item', this.items);
    this.nodes.add('Meeting', 'meeting', this.meetings);
    this.nodes.add('Room', 'room', this.rooms);
    this.nodes.add('AgendaSession', 'agenda_session', this.sessions);
  }
}
