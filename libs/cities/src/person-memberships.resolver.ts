import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, type Loaders, OfViewer } from '#platform/graphql';
import { type Person, PersonType } from '#people';
import { type Membership } from './membership.entity.js';
import { MembershipsOfPerson } from './membership.loader.js';
import { MembershipType } from './membership.type.js';

@Resolver(() => PersonType)
export class PersonMembershipsResolver {
  constructor(private readonly membershipsOfPerson: MembershipsOfPerson) {}

  @OfViewer()
  @ResolveField(() => [MembershipType], {
    description: 'Those held; those asked for are seen by the person and by whoever decides about them.',
  })
  async memberships(@Parent() { id }: Person, @CurrentLoaders() loaders: Loaders): Promise<Membership[]> {
    return (await loaders.by(this.membershipsOfPerson).load(id)) ?? [];
  }
}
