import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Network, NetworkType } from '#cities';
import { CurrentLoaders, Loaders, OfViewer } from '#platform/graphql';
import { GroupOfNetworkLoader } from './group.loader.js';
import { GroupType } from './group.type.js';

@Resolver(() => NetworkType)
export class NetworkGroupResolver {
  constructor(private readonly groupOf: GroupOfNetworkLoader) {}

  @OfViewer()
  @ResolveField(() => GroupType, { nullable: true, description: 'For people with a verified address; null to others.' })
  group(@Parent() { id }: Network, @CurrentLoaders() loaders: Loaders): Promise<GroupType | null> {
    return loaders.by(this.groupOf).load(id);
  }
}
