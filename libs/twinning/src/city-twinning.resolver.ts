import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityType } from '#cities';
import { type Connection, CurrentLoaders, type Loaders, OfViewer } from '#platform/graphql';
import { type LearningRequest } from './learning-request.entity.js';
import { LearningRequestsOfCityLoader } from './learning-request.loader.js';
import { LearningRequestType } from './learning-request.type.js';
import { OfferOfCityLoader } from './mentor-offer.loader.js';
import { type OfferWithThemes } from './mentor-offer.queries.js';
import { MentorOfferType } from './mentor-offer.type.js';
import { type Twinning } from './twinning.entity.js';
import { TwinningsOfCityLoader } from './twinning.loader.js';
import { TwinningConnection, TwinningsArgs } from './twinning.type.js';

@Resolver(() => CityType)
export class CityTwinningFields {
  constructor(
    private readonly offerLoader: OfferOfCityLoader,
    private readonly requestLoader: LearningRequestsOfCityLoader,
    private readonly twinningLoader: TwinningsOfCityLoader,
  ) {}

  @ResolveField(() => MentorOfferType, {
    nullable: true,
    description: 'Null where the city has never offered to mentor.',
  })
  mentorOffer(@Parent() { id }: City, @CurrentLoaders() loaders: Loaders): Promise<OfferWithThemes | null> {
    return loaders.by(this.offerLoader).load(id);
  }

  @ResolveField(() => [LearningRequestType], { description: 'Open ones first, then the newest; the last 50.' })
  learningRequests(@Parent() { id }: City, @CurrentLoaders() loaders: Loaders): Promise<LearningRequest[] | null> {
    return loaders.by(this.requestLoader).load(id);
  }

  @ResolveField(() => TwinningConnection, {
    description: 'In which it mentors or learns, and that the viewer may know of; the newest proposals first.',
  })
  @OfViewer()
  twinnings(
    @Parent() { id }: City,
    @Args() wish: TwinningsArgs,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Connection<Twinning> | null> {
    return loaders.by(this.twinningLoader).load({ cityId: id, wish });
  }
}
