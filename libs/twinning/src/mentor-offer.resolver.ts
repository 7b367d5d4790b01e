import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityLoader, CityType, Theme } from '#cities';
import { type Actor, CurrentActor, SignedIn } from '#platform/access';
import { CurrentLoaders, type Loaders } from '#platform/graphql';
import { type OfferWithThemes } from './mentor-offer.queries.js';
import { MentorOfferType, ThemePlacesType } from './mentor-offer.type.js';
import { MentorOffers } from './mentor-offers.service.js';
import { OfferMentoringInput } from './offer-mentoring.input.js';

@Resolver(() => MentorOfferType)
export class MentorOfferResolver {
  constructor(
    private readonly offers: MentorOffers,
    private readonly cityLoader: CityLoader,
  ) {}

  @SignedIn()
  @Mutation(() => MentorOfferType, { description: "Makes the city's one offer, or changes it to what the input says." })
  offerMentoring(@CurrentActor() actor: Actor, @Args('input') input: OfferMentoringInput): Promise<OfferWithThemes> {
    return this.offers.offer(actor, input);
  }

  @ResolveField(() => CityType)
  city(@Parent() { cityId }: MentorOfferType, @CurrentLoaders() loaders: Loaders): Promise<City | null> {
    return loaders.by(this.cityLoader).load(cityId);
  }

  @ResolveField(() => [ThemePlacesType])
  places(@Parent() { themePlaces, capacity }: MentorOfferType): ThemePlacesType[] {
    return themePlaces.map(({ theme, places, activeCount }) => ({ theme, places: places ?? capacity, activeCount }));
  }

  @ResolveField(() => [Theme])
  themes(@Parent() { themePlaces }: MentorOfferType): Theme[] {
    return themePlaces.map(({ theme }) => theme);
  }
}
