import { Args, ID, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type LiveFeed } from '#platform/live';
import { AgendaFeeds } from './agenda.feeds.js';
import { type AgendaSession, type Room } from './agenda-session.entity.js';
import { type AgendaAsSeen, type AgendaVersionRow } from './agenda.queries.js';
import { AgendaService } from './agenda.service.js';
import { AgendaSessionType, AgendaType, AgendaVersionType, RoomType } from './agenda.type.js';
import { ImportAgenda, type SessionRead } from './import-agenda.js';
import { PublishAgenda } from './publish-agenda.js';
import { RunSessions } from './run-sessions.js';
import { AddRoomInput, AddSessionInput, UpdateSessionInput } from './session.input.js';

@Resolver()
export class AgendaResolver {
  constructor(
    private readonly draft: AgendaService,
    private readonly publishing: PublishAgenda,
    private readonly running: RunSessions,
    private readonly importing: ImportAgenda,
    private readonly feeds: AgendaFeeds,
  ) {}

  @SignedIn()
  @Mutation(() => RoomType)
  addRoom(@CurrentActor() actor: Actor, @Args('input') input: AddRoomInput): Promise<Room> {
    return this.draft.addRoom(actor, input);
  }

  @SignedIn()
  @Mutation(() => AgendaSessionType)
  addSession(@CurrentActor() actor: Actor, @Args('input') input: AddSessionInput): Promise<AgendaSession> {
    return this.draft.addSession(actor, input);
  }

  @SignedIn()
  @Mutation(() => AgendaSessionType)
  updateSession(@CurrentActor() actor: Actor, @Args('input') input: UpdateSessionInput): Promise<AgendaSession> {
    return this.draft.updateSession(actor, input);
  }

  @SignedIn()
  @Mutation(() => Boolean)
  removeSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.draft.removeSession(actor, id);
  }

  @SignedIn()
  @Mutation(() => AgendaVersionType)
  publishAgenda(
    @CurrentActor() actor: Actor,
    @Args('meetingId', { type: () => ID }) meetingId: string,
  ): Promise<AgendaVersionRow> {
    return this.publishing.publish(actor, meetingId);
  }

  @SignedIn()
  @Mutation(() => AgendaSessionType)
  startSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<AgendaSession> {
    return this.running.start(actor, id);
  }

  @SignedIn()
  @Mutation(() => AgendaSessionType)
  finishSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<AgendaSession> {
    return this.running.finish(actor, id);
  }

  @SignedIn()
  @Mutation(() => [AgendaSessionType], {
    description:
      'Reads an agenda as people write it (times, titles, speakers, rooms) into sessions, for review before they are kept.',
  })
  readAgendaText(
    @CurrentActor() actor: Actor,
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('text') text: string,
  ): Promise<SessionRead[]> {
    return this.importing.read(actor, meetingId, text);
  }

  @SignedIn()
  @Mutation(() => AgendaType)
  importAgenda(
    @CurrentActor() actor: Actor,
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('text') text: string,
  ): Promise<AgendaAsSeen> {
    return this.importing.keep(actor, meetingId, text);
  }

  @Public()
  @Subscription(() => AgendaType, {
    description:
      'The agenda each time that it changes: the draft for those who plan it, what is published for everyone else.',
  })
  agendaChanged(
    @CurrentActor() actor: Actor,
    @Args('meetingId', { type: () => ID }) meetingId: string,
  ): Promise<LiveFeed<AgendaAsSeen>> {
    return this.feeds.of(actor, meetingId);
  }
}
