import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, SignedIn } from '#platform/access';
import { type Connection, CurrentLoaders, type Loaders, PageArgs } from '#platform/graphql';
import { type Person, PersonLoader, PersonType } from '#people';
import { BodyLoader } from './body.loader.js';
import { type City } from './city.entity.js';
import { Body } from './city.type.js';
import { type Membership } from './membership.entity.js';
import { membershipPolicy } from './membership.policy.js';
import { Memberships } from './membership.queries.js';
import { MembershipService } from './membership.service.js';
import { MembershipConnection, MembershipType } from './membership.type.js';
import { type Organisation } from './organisation.entity.js';
import { RequestMembershipInput } from './request-membership.input.js';

@Resolver(() => MembershipType)
export class MembershipResolver {
  constructor(
    private readonly memberships: Memberships,
    private readonly service: MembershipService,
    private readonly people: PersonLoader,
    private readonly bodies: BodyLoader,
  ) {}

  @SignedIn()
  @Query(() => MembershipConnection, {
    description:
      'Memberships that wait for the word of the one who asks: of the bodies they act for, or all for ADMIN.',
  })
  membershipRequests(@CurrentActor() actor: Actor, @Args() wish: PageArgs): Promise<Connection<Membership>> {
    return this.memberships.requests(actor, wish);
  }

  @SignedIn()
  @Mutation(() => MembershipType)
  requestMembership(@CurrentActor() actor: Actor, @Args('input') input: RequestMembershipInput): Promise<Membership> {
    return this.service.request(actor, input);
  }

  @SignedIn()
  @Mutation(() => MembershipType)
  confirmMembership(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Membership> {
    return this.service.confirm(actor, id);
  }

  @SignedIn()
  @Mutation(() => MembershipType)
  endMembership(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Membership> {
    return this.service.end(actor, id);
  }

  @ResolveField(() => PersonType)
  person(@Parent() { personId }: Membership, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.by(this.people).load(personId);
  }

  @ResolveField(() => Body)
  body(@Parent() { bodyId }: Membership, @CurrentLoaders() loaders: Loaders): Promise<City | Organisation | null> {
    return loaders.by(this.bodies).load(bodyId);
  }

  @ResolveField(() => Boolean)
  viewerCanConfirm(@Parent() membership: Membership, @CurrentActor() actor: Actor): boolean {
    return membershipPolicy.confirm(actor, membership);
  }

  @ResolveField(() => Boolean)
  viewerCanEnd(@Parent() membership: Membership, @CurrentActor() actor: Actor): boolean {
    return membershipPolicy.end(actor, membership);
  }
}
