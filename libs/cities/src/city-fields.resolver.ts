import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/access';
import { type Connection, CurrentLoaders, type Loaders, PageArgs } from '#platform/graphql';
import { type Person, PersonLoader, PersonType } from '#people';
import { type City } from './city.entity.js';
import { CityLoader, ClaimsOfCity, FocalPointsOfCity } from './city.loader.js';
import { cityPolicy } from './city.policy.js';
import { CityType, ClaimType, GeoPointType, NetworkType } from './city.type.js';
import { type Claim } from './claim.entity.js';
import { type Membership } from './membership.entity.js';
import { MembersOfBody } from './membership.loader.js';
import { MembershipConnection } from './membership.type.js';
import { type Network } from './network.entity.js';
import { NetworksOfCity } from './network.loader.js';

@Resolver(() => CityType)
export class CityFieldsResolver {
  constructor(
    private readonly cities: CityLoader,
    private readonly claimsOfCity: ClaimsOfCity,
    private readonly networksOfCity: NetworksOfCity,
    private readonly focalPointsOfCity: FocalPointsOfCity,
    private readonly membersOfBody: MembersOfBody,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => GeoPointType, { nullable: true })
  location(@Parent() { latitude, longitude }: City): GeoPointType | null {
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @ResolveField(() => CityType, { nullable: true, description: 'The city or region that it is a part of.' })
  partOf(@Parent() { partOfId }: City, @CurrentLoaders() loaders: Loaders): Promise<City | null> | null {
    return partOfId === null ? null : loaders.by(this.cities).load(partOfId);
  }

  @ResolveField(() => [ClaimType], {
    description:
      'What sources say of this city, also where they disagree; `declaredYear` is the best supported of them.',
  })
  async claims(@Parent() { id }: City, @CurrentLoaders() loaders: Loaders): Promise<Claim[]> {
    return (await loaders.by(this.claimsOfCity).load(id)) ?? [];
  }

  @ResolveField(() => [NetworkType], { description: 'Networks that it belongs to.' })
  async networks(@Parent() { id }: City, @CurrentLoaders() loaders: Loaders): Promise<Network[]> {
    return (await loaders.by(this.networksOfCity).load(id)) ?? [];
  }

  @ResolveField(() => [PersonType])
  async focalPoints(@Parent() { id }: City, @CurrentLoaders() loaders: Loaders): Promise<Person[]> {
    const ids = (await loaders.by(this.focalPointsOfCity).load(id)) ?? [];
    const people = await loaders.by(this.people).loadMany(ids);
    return people.filter((person): person is Person => person !== null && !(person instanceof Error));
  }

  @ResolveField(() => MembershipConnection)
  members(
    @Parent() { id, memberCount }: City,
    @Args() wish: PageArgs,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Connection<Membership>> {
    return this.membersOfBody.page(loaders, id, wish, memberCount);
  }

  @ResolveField(() => Boolean)
  viewerCanEdit(@Parent() { id }: City, @CurrentActor() actor: Actor): boolean {
    return cityPolicy.change(actor, id);
  }

  @ResolveField(() => Boolean)
  viewerCanActFor(@Parent() { id }: City, @CurrentActor() actor: Actor): boolean {
    return actor.isFocalPointOf(id);
  }
}
