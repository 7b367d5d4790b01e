import { Args, ArgsType, Field, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type Connection, CurrentLoaders, type Loaders, PageArgs } from '#platform/graphql';
import { OrganisationKind } from './city.enums.js';
import { OrganisationConnection, OrganisationType } from './city.type.js';
import { CreateOrganisationInput } from './create-organisation.input.js';
import { IdOrSlug } from './id-or-slug.js';
import { type Membership } from './membership.entity.js';
import { MembersOfBody } from './membership.loader.js';
import { MembershipConnection } from './membership.type.js';
import { type Organisation } from './organisation.entity.js';
import { Organisations } from './organisation.queries.js';
import { OrganisationService } from './organisation.service.js';

@ArgsType()
class OrganisationsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200, { message: 'a search has 200 characters at the most' })
  search?: string | null;

  @Field(() => [OrganisationKind], { nullable: true })
  kind?: OrganisationKind[] | null;
}

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  constructor(
    private readonly organisations: Organisations,
    private readonly service: OrganisationService,
    private readonly membersOfBody: MembersOfBody,
  ) {}

  @Public()
  @Query(() => OrganisationType, { nullable: true })
  organisation(@Args() which: IdOrSlug): Promise<Organisation | null> {
    return this.organisations.find(which);
  }

  @Public()
  @Query(() => OrganisationConnection, { name: 'organisations' })
  page(@Args() { search, kind, ...wish }: OrganisationsArgs): Promise<Connection<Organisation>> {
    return this.organisations.page(wish, search ?? '', kind ?? []);
  }

  @SignedIn()
  @Mutation(() => OrganisationType)
  createOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateOrganisationInput,
  ): Promise<Organisation> {
    return this.service.create(actor, input);
  }

  @ResolveField(() => MembershipConnection)
  members(
    @Parent() { id, memberCount }: Organisation,
    @Args() wish: PageArgs,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Connection<Membership>> {
    return this.membersOfBody.page(loaders, id, wish, memberCount);
  }
}
