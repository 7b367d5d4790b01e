import { Args, ID, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Actor, CurrentActor, Public } from '#platform/access';
import { CurrentLoaders, Cursor, Loaders } from '#platform/graphql';
import { type LiveFeed } from '#platform/live';
import { type Activity, ActivityFeeds } from './activity.feeds.js';
import {
  ActivityEventInterface,
  PostAddedType,
  PostEditedType,
  ReactionsChangedType,
  ThreadChangedType,
  ThreadStartedType,
} from './activity.type.js';
import { PostLoader } from './post.loader.js';
import { PostType } from './post.type.js';
import { ThreadLoader } from './thread.loader.js';
import { ThreadType } from './thread.type.js';

@Resolver()
export class ActivityResolver {
  constructor(private readonly feeds: ActivityFeeds) {}

  @Public()
  @Subscription(() => ActivityEventInterface)
  threadActivity(
    @CurrentActor() actor: Actor,
    @Args('threadId', { type: () => ID }) threadId: string,
    @Args('after', { type: () => Cursor, nullable: true }) after?: string | null,
  ): Promise<LiveFeed<Activity>> {
    return this.feeds.ofThread(actor, threadId, after);
  }

  @Public()
  @Subscription(() => ActivityEventInterface)
  groupActivity(
    @CurrentActor() actor: Actor,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('after', { type: () => Cursor, nullable: true }) after?: string | null,
  ): Promise<LiveFeed<Activity>> {
    return this.feeds.ofGroup(actor, groupId, after);
  }
}

@Resolver(() => PostAddedType)
export class PostAddedResolver {
  constructor(private readonly posts: PostLoader) {}

  @ResolveField(() => PostType)
  post(@Parent() activity: Activity, @CurrentLoaders() loaders: Loaders): Promise<PostType | null> {
    return loaders.by(this.posts).load(activity.postId ?? '');
  }
}

@Resolver(() => PostEditedType)
export class PostEditedResolver {
  constructor(private readonly posts: PostLoader) {}

  @ResolveField(() => PostType)
  post(@Parent() activity: Activity, @CurrentLoaders() loaders: Loaders): Promise<PostType | null> {
    return loaders.by(this.posts).load(activity.postId ?? '');
  }
}

@Resolver(() => ReactionsChangedType)
export class ReactionsChangedResolver {
  constructor(private readonly posts: PostLoader) {}

  @ResolveField(() => PostType)
  post(@Parent() activity: Activity, @CurrentLoaders() loaders: Loaders): Promise<PostType | null> {
    return loaders.by(this.posts).load(activity.postId ?? '');
  }
}

@Resolver(() => ThreadStartedType)
export class ThreadStartedResolver {
  constructor(private readonly threads: ThreadLoader) {}

  @ResolveField(() => ThreadType)
  thread(@Parent() activity: Activity, @CurrentLoaders() loaders: Loaders): Promise<ThreadType | null> {
    return loaders.by(this.threads).load(activity.threadId);
  }
}

@Resolver(() => ThreadChangedType)
export class ThreadChangedResolver {
  constructor(private readonly threads: ThreadLoader) {}

  @ResolveField(() => ThreadType)
  thread(@Parent() activity: Activity, @CurrentLoaders() loaders: Loaders): Promise<ThreadType | null> {
    return loaders.by(this.threads).load(activity.threadId);
  }
}
