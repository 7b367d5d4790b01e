import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { CurrentLoaders, Loaders } from '#platform/graphql';
import { Moderation } from './moderation.service.js';
import { Readings } from './readings.service.js';
import {
  FollowThreadInput,
  MarkReadInput,
  MergeThreadsInput,
  ModerateThreadInput,
  SplitThreadInput,
  StartThreadInput,
} from './thread.input.js';
import { ThreadLoader } from './thread.loader.js';
import { ThreadQueries } from './thread.queries.js';
import { ThreadType } from './thread.type.js';
import { Threads } from './threads.service.js';

@Resolver()
export class ThreadResolver {
  constructor(
    private readonly loader: ThreadLoader,
    private readonly queries: ThreadQueries,
    private readonly threads: Threads,
    private readonly readings: Readings,
    private readonly moderation: Moderation,
  ) {}

  @Public()
  @Query(() => ThreadType, { nullable: true })
  thread(@Args('id', { type: () => ID }) id: string, @CurrentLoaders() loaders: Loaders): Promise<ThreadType | null> {
    return loaders.by(this.loader).load(id);
  }

  @SignedIn()
  @Mutation(() => ThreadType)
  async startThread(@CurrentActor() actor: Actor, @Args('input') input: StartThreadInput): Promise<ThreadType> {
    const { thread } = await this.threads.start(actor, input);
    return this.queries.require(actor, thread.id);
  }

  @SignedIn()
  @Mutation(() => ThreadType)
  followThread(@CurrentActor() actor: Actor, @Args('input') input: FollowThreadInput): Promise<ThreadType> {
    return this.readings.follow(actor, input);
  }

  @SignedIn()
  @Mutation(() => ThreadType)
  markRead(@CurrentActor() actor: Actor, @Args('input') input: MarkReadInput): Promise<ThreadType> {
    return this.readings.markRead(actor, input);
  }

  @SignedIn()
  @Mutation(() => ThreadType)
  async moderateThread(@CurrentActor() actor: Actor, @Args('input') input: ModerateThreadInput): Promise<ThreadType> {
    return this.queries.require(actor, await this.moderation.moderate(actor, input));
  }

  @SignedIn()
  @Mutation(() => ThreadType, { description: 'Answers the new thread.' })
  async splitThread(@CurrentActor() actor: Actor, @Args('input') input: SplitThreadInput): Promise<ThreadType> {
    return this.queries.require(actor, await this.moderation.split(actor, input));
  }

  @SignedIn()
  @Mutation(() => ThreadType, { description: 'Answers the thread that has all posts now.' })
  async mergeThreads(@CurrentActor() actor: Actor, @Args('input') input: MergeThreadsInput): Promise<ThreadType> {
    return this.queries.require(actor, await this.moderation.merge(actor, input));
  }
}
