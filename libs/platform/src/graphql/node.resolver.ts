import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/access';
import type { Loaders } from './batch-loader.js';
import { CurrentLoaders } from './context.js';
import { NodeInterface, NodeSources } from './node-sources.js';

@Resolver()
export class NodeResolver {
  constructor(private readonly nodes: NodeSources) {}

  @Public()
  @Query(() => NodeInterface, { name: 'node', nullable: true })
  node(@Args('id', { type: () => ID }) id: string, @CurrentLoaders() loaders: Loaders): Promise<object | null> {
    return this.nodes.find(id, loaders);
  }
}
