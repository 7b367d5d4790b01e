import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type Connection, PageArgs } from '#platform/graphql';
import { AddClaimInput } from './add-claim.input.js';
import { CityFilter } from './city-filter.input.js';
import { type City } from './city.entity.js';
import { CityOrder } from './city.enums.js';
import { Cities } from './city.queries.js';
import { CityService } from './city.service.js';
import { CityConnection, CityType } from './city.type.js';
import { CreateCityInput } from './create-city.input.js';
import { IdOrSlug } from './id-or-slug.js';
import { UpdateCityInput } from './update-city.input.js';

@Resolver(() => CityType)
export class CityResolver {
  constructor(
    private readonly cities: Cities,
    private readonly service: CityService,
  ) {}

  @Public()
  @Query(() => CityType, { nullable: true })
  city(@Args() which: IdOrSlug): Promise<City | null> {
    return this.cities.find(which);
  }

  @Public()
  @Query(() => CityConnection, { name: 'cities' })
  page(
    @Args() wish: PageArgs,
    @Args('filter', { type: () => CityFilter, nullable: true }) filter?: CityFilter,
    @Args('orderBy', { type: () => CityOrder, nullable: true, description: 'By name if left out.' })
    orderBy?: CityOrder,
  ): Promise<Connection<City>> {
    return this.cities.page(wish, filter ?? {}, orderBy ?? 'NAME');
  }

  @SignedIn()
  @Mutation(() => CityType)
  createCity(@CurrentActor() actor: Actor, @Args('input') input: CreateCityInput): Promise<City> {
    return this.service.create(actor, input);
  }

  @SignedIn()
  @Mutation(() => CityType)
  updateCity(@CurrentActor() actor: Actor, @Args('input') input: UpdateCityInput): Promise<City> {
    return this.service.update(actor, input);
  }

  @SignedIn()
  @Mutation(() => CityType)
  addClaim(@CurrentActor() actor: Actor, @Args('input') input: AddClaimInput): Promise<City> {
    return this.service.addClaim(actor, input);
  }
}
