import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityLoader, CityType } from '#cities';
import { GroupLoader, GroupType } from '#discussions';
import { type Actor, CurrentActor } from '#platform/access';
import { Config } from '#platform/config';
import { CurrentLoaders, type Loaders, OfViewer, Url } from '#platform/graphql';
import { type Room } from './agenda-session.entity.js';
import { type AgendaAsSeen, type AgendaVersionRow } from './agenda.queries.js';
import { AgendaType, AgendaVersionType, RoomType } from './agenda.type.js';
import { calendarPath } from './calendar-path.js';
import { type Meeting } from './meeting.entity.js';
import { AgendaOfMeeting, RoomsOfMeeting, VersionsOfMeeting } from './meeting.loader.js';
import { meetingPolicy } from './meeting.policy.js';
import { MeetingType } from './meeting.type.js';
import { type MeetingSeries } from './series.entity.js';
import { SeriesLoader } from './series.queries.js';
import { MeetingSeriesType } from './series.type.js';

/** What a meeting is part of, who hosts it and where it is discussed. */
@Resolver(() => MeetingType)
export class MeetingFieldsResolver {
  constructor(
    private readonly seriesById: SeriesLoader,
    private readonly cities: CityLoader,
    private readonly groups: GroupLoader,
    private readonly config: Config,
  ) {}

  @ResolveField(() => MeetingSeriesType, { nullable: true })
  series(@Parent() { seriesId }: Meeting, @CurrentLoaders() loaders: Loaders): Promise<MeetingSeries | null> | null {
    return seriesId === null ? null : loaders.by(this.seriesById).load(seriesId);
  }

  @ResolveField(() => CityType, { nullable: true })
  host(@Parent() { hostId }: Meeting, @CurrentLoaders() loaders: Loaders): Promise<City | null> | null {
    return hostId === null ? null : loaders.by(this.cities).load(hostId);
  }

  @OfViewer()
  @ResolveField(() => GroupType, { nullable: true })
  group(@Parent() { groupId }: Meeting, @CurrentLoaders() loaders: Loaders): Promise<GroupType | null> | null {
    return groupId === null ? null : loaders.by(this.groups).load(groupId);
  }

  @ResolveField(() => Url)
  calendarUrl(@Parent() { slug }: Meeting): string {
    return `${this.config.publicUrl}${calendarPath.meeting(slug)}`;
  }

  @OfViewer()
  @ResolveField(() => Boolean, {
    description: 'Whether the one who asks may change its dates, place and status.',
  })
  viewerCanPlan(@CurrentActor() actor: Actor): boolean {
    return meetingPolicy.plan(actor);
  }

  @OfViewer()
  @ResolveField(() => Boolean, {
    description: 'Whether the one who asks may change, publish and run its agenda.',
  })
  viewerCanPlanAgenda(@CurrentActor() actor: Actor, @Parent() meeting: Meeting): boolean {
    return meetingPolicy.planAgenda(actor, meeting);
  }
}

/** What happens at a meeting, and where. */
@Resolver(() => MeetingType)
export class MeetingAgendaFieldsResolver {
  constructor(
    private readonly agendaOfMeeting: AgendaOfMeeting,
    private readonly versionsOfMeeting: VersionsOfMeeting,
    private readonly roomsOfMeeting: RoomsOfMeeting,
  ) {}

  @OfViewer()
  @ResolveField(() => AgendaType, {
    description: 'The draft for those who plan it, the published agenda for everyone else.',
  })
  agenda(@Parent() { id }: Meeting, @CurrentLoaders() loaders: Loaders): Promise<AgendaAsSeen | null> {
    return loaders.by(this.agendaOfMeeting).load(id);
  }

  @ResolveField(() => [AgendaVersionType], { description: 'Oldest first.' })
  async agendaVersions(@Parent() { id }: Meeting, @CurrentLoaders() loaders: Loaders): Promise<AgendaVersionRow[]> {
    return (await loaders.by(this.versionsOfMeeting).load(id)) ?? [];
  }

  @ResolveField(() => [RoomType])
  async rooms(@Parent() { id }: Meeting, @CurrentLoaders() loaders: Loaders): Promise<Room[]> {
    return (await loaders.by(this.roomsOfMeeting).load(id)) ?? [];
  }
}
