import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Person, PersonLoader, PersonType } from '#people';
import { CurrentLoaders, CurrentLocale, DateTime, type Loaders } from '#platform/graphql';
import { type AgendaSession, type Room } from './agenda-session.entity.js';
import { AgendaWords } from './agenda-words.js';
import { type AgendaVersionRow, type ConflictOfSessions } from './agenda.queries.js';
import { AgendaConflictType, AgendaSessionType, AgendaVersionType, RoomType } from './agenda.type.js';
import { type SessionRead } from './import-agenda.js';
import { ForecastOfMeeting, RoomLoader } from './meeting.loader.js';
import { type StandingItem } from './series.entity.js';
import { StandingItemLoader } from './series.queries.js';
import { StandingItemType } from './series.type.js';

@Resolver(() => AgendaSessionType)
export class SessionFieldsResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly rooms: RoomLoader,
    private readonly items: StandingItemLoader,
    private readonly forecastOfMeeting: ForecastOfMeeting,
  ) {}

  @ResolveField(() => DateTime, { nullable: true })
  endsAt(@Parent() { startsAt, minutes }: AgendaSession): Date | null {
    return startsAt && new Date(startsAt.getTime() + minutes * 60_000);
  }

  @ResolveField(() => DateTime, {
    nullable: true,
    description: 'While the meeting runs: when it will begin, by how late those before it run.',
  })
  async forecastStartsAt(
    @Parent() { id, meetingId }: AgendaSession,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Date | null> {
    return (await loaders.by(this.forecastOfMeeting).load(meetingId))?.get(id) ?? null;
  }

  @ResolveField(() => RoomType, { nullable: true })
  room(
    @Parent() session: AgendaSession | SessionRead,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Room | null> | Room | null {
    if ('room' in session) return session.room;
    return session.roomId === null ? null : loaders.by(this.rooms).load(session.roomId);
  }

  @ResolveField(() => [PersonType])
  speakers(@Parent() { speakerIds }: AgendaSession, @CurrentLoaders() loaders: Loaders): Promise<Person[]> {
    return this.peopleBy(speakerIds, loaders);
  }

  @ResolveField(() => [PersonType])
  moderators(@Parent() { moderatorIds }: AgendaSession, @CurrentLoaders() loaders: Loaders): Promise<Person[]> {
    return this.peopleBy(moderatorIds, loaders);
  }

  @ResolveField(() => StandingItemType, { nullable: true })
  standingItem(
    @Parent() { standingItemId }: AgendaSession,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<StandingItem | null> | null {
    return standingItemId === null ? null : loaders.by(this.items).load(standingItemId);
  }

  private async peopleBy(ids: readonly string[], loaders: Loaders): Promise<Person[]> {
    const people = await loaders.by(this.people).loadMany(ids);
    return people.filter((person): person is Person => person !== null && !(person instanceof Error));
  }
}

@Resolver(() => AgendaConflictType)
export class ConflictFieldsResolver {
  constructor(
    private readonly words: AgendaWords,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => String, { description: 'What does not fit, in the language of the one who asks.' })
  async message(
    @Parent() conflict: ConflictOfSessions,
    @CurrentLoaders() loaders: Loaders,
    @CurrentLocale() locale: string,
  ): Promise<string> {
    const person = conflict.kind === 'PERSON_CLASH' ? await loaders.by(this.people).load(conflict.personId) : null;
    return this.words.conflict(conflict, person?.name ?? '?', locale);
  }
}

@Resolver(() => AgendaVersionType)
export class VersionFieldsResolver {
  constructor(
    private readonly words: AgendaWords,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => PersonType, { nullable: true })
  publishedBy(
    @Parent() { publishedBy }: AgendaVersionRow,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Person | null> | null {
    return publishedBy === null ? null : loaders.by(this.people).load(publishedBy);
  }

  @ResolveField(() => [String], {
    description: 'What is new against the version before, in the language of the one who asks.',
  })
  changes(@Parent() { changes, timeZone }: AgendaVersionRow, @CurrentLocale() locale: string): string[] {
    return changes.map((change) => this.words.change(change, timeZone, locale));
  }
}
