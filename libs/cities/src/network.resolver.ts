import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type Connection, CurrentLoaders, type Loaders, PageArgs } from '#platform/graphql';
import { BodyLoader } from './body.loader.js';
import { type City } from './city.entity.js';
import { CitiesOfNetwork } from './city.loader.js';
import { Body, CityConnection, NetworkConnection, NetworkType } from './city.type.js';
import { CreateNetworkInput } from './create-network.input.js';
import { IdOrSlug } from './id-or-slug.js';
import { type Network } from './network.entity.js';
import { Networks } from './network.queries.js';
import { NetworkService } from './network.service.js';
import { type Organisation } from './organisation.entity.js';

@Resolver(() => NetworkType)
export class NetworkResolver {
  constructor(
    private readonly networks: Networks,
    private readonly service: NetworkService,
    private readonly bodies: BodyLoader,
    private readonly citiesOfNetwork: CitiesOfNetwork,
  ) {}

  @Public()
  @Query(() => NetworkType, { nullable: true })
  network(@Args() which: IdOrSlug): Promise<Network | null> {
    return this.networks.find(which);
  }

  @Public()
  @Query(() => NetworkConnection, { name: 'networks' })
  page(@Args() wish: PageArgs): Promise<Connection<Network>> {
    return this.networks.page(wish);
  }

  @SignedIn()
  @Mutation(() => NetworkType)
  createNetwork(@CurrentActor() actor: Actor, @Args('input') input: CreateNetworkInput): Promise<Network> {
    return this.service.create(actor, input);
  }

  @SignedIn()
  @Mutation(() => NetworkType)
  joinNetwork(
    @CurrentActor() actor: Actor,
    @Args('networkId', { type: () => ID }) networkId: string,
    @Args('cityId', { type: () => ID }) cityId: string,
  ): Promise<Network> {
    return this.service.join(actor, networkId, cityId);
  }

  @SignedIn()
  @Mutation(() => NetworkType)
  leaveNetwork(
    @CurrentActor() actor: Actor,
    @Args('networkId', { type: () => ID }) networkId: string,
    @Args('cityId', { type: () => ID }) cityId: string,
  ): Promise<Network> {
    return this.service.leave(actor, networkId, cityId);
  }

  @ResolveField(() => Body, { nullable: true })
  convenor(
    @Parent() { convenorCityId, convenorOrganisationId }: Network,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<City | Organisation | null> | null {
    const id = convenorCityId ?? convenorOrganisationId;
    return id === null ? null : loaders.by(this.bodies).load(id);
  }

  @ResolveField(() => CityConnection)
  cities(
    @Parent() { id, cityCount }: Network,
    @Args() wish: PageArgs,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Connection<City>> {
    return this.citiesOfNetwork.page(loaders, id, wish, cityCount);
  }
}
