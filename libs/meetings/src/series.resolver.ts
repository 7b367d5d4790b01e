import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityLoader, CityType } from '#cities';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { Config } from '#platform/config';
import { type Connection, CurrentLoaders, type Loaders, OfViewer, PageArgs, Url } from '#platform/graphql';
import { calendarPath } from './calendar-path.js';
import { type Meeting } from './meeting.entity.js';
import { meetingPolicy } from './meeting.policy.js';
import { Meetings } from './meeting.queries.js';
import { MeetingConnection } from './meeting.type.js';
import { type MeetingSeries, type StandingItem } from './series.entity.js';
import { AddStandingItemInput, CreateSeriesInput } from './series.input.js';
import { RegularsOfSeries, SeriesQueries, StandingItemsOfSeries } from './series.queries.js';
import { SeriesService } from './series.service.js';
import { MeetingSeriesType, StandingItemType } from './series.type.js';

@Resolver(() => MeetingSeriesType)
export class SeriesResolver {
  constructor(
    private readonly series: SeriesQueries,
    private readonly service: SeriesService,
  ) {}

  @Public()
  @Query(() => MeetingSeriesType, { name: 'series', nullable: true })
  find(@Args('slug') slug: string): Promise<MeetingSeries | null> {
    return this.series.bySlug(slug);
  }

  @SignedIn()
  @Mutation(() => MeetingSeriesType)
  createSeries(@CurrentActor() actor: Actor, @Args('input') input: CreateSeriesInput): Promise<MeetingSeries> {
    return this.service.create(actor, input);
  }

  @SignedIn()
  @Mutation(() => MeetingSeriesType)
  addStandingItem(@CurrentActor() actor: Actor, @Args('input') input: AddStandingItemInput): Promise<MeetingSeries> {
    return this.service.addStandingItem(actor, input);
  }

  @SignedIn()
  @Mutation(() => MeetingSeriesType)
  setRegulars(
    @CurrentActor() actor: Actor,
    @Args('seriesId', { type: () => ID }) seriesId: string,
    @Args('cityIds', { type: () => [ID] }) cityIds: string[],
  ): Promise<MeetingSeries> {
    return this.service.setRegulars(actor, seriesId, cityIds);
  }
}

@Resolver(() => MeetingSeriesType)
export class SeriesFieldsResolver {
  constructor(
    private readonly itemsOfSeries: StandingItemsOfSeries,
    private readonly regularsOfSeries: RegularsOfSeries,
    private readonly cities: CityLoader,
    private readonly meetingsToSee: Meetings,
    private readonly config: Config,
  ) {}

  @ResolveField(() => [StandingItemType])
  async standingItems(@Parent() { id }: MeetingSeries, @CurrentLoaders() loaders: Loaders): Promise<StandingItem[]> {
    return (await loaders.by(this.itemsOfSeries).load(id)) ?? [];
  }

  @ResolveField(() => [CityType])
  async regulars(@Parent() { id }: MeetingSeries, @CurrentLoaders() loaders: Loaders): Promise<City[]> {
    const ids = (await loaders.by(this.regularsOfSeries).load(id)) ?? [];
    const cities = await loaders.by(this.cities).loadMany(ids);
    return cities.filter((city): city is City => city !== null && !(city instanceof Error));
  }

  @OfViewer()
  @ResolveField(() => MeetingConnection)
  meetings(
    @Parent() { id }: MeetingSeries,
    @CurrentActor() actor: Actor,
    @Args() wish: PageArgs,
  ): Promise<Connection<Meeting>> {
    return this.meetingsToSee.ofSeries(actor, id, wish);
  }

  @ResolveField(() => Url)
  calendarUrl(@Parent() { slug }: MeetingSeries): string {
    return `${this.config.publicUrl}${calendarPath.series(slug)}`;
  }

  @OfViewer()
  @ResolveField(() => Boolean, { description: 'Whether the one who asks may plan its meetings.' })
  viewerCanPlan(@CurrentActor() actor: Actor): boolean {
    return meetingPolicy.plan(actor);
  }
}
