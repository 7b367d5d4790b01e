import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { CurrentLoaders, Loaders } from '#platform/graphql';
import { Moderation } from './moderation.service.js';
import { EditPostInput, ReactInput, ReplyInput } from './post.input.js';
import { PostLoader } from './post.loader.js';
import { PostQueries } from './post.queries.js';
import { PostType } from './post.type.js';
import { Posts } from './posts.service.js';
import { Reactions } from './reactions.service.js';

@Resolver()
export class PostResolver {
  constructor(
    private readonly loader: PostLoader,
    private readonly queries: PostQueries,
    private readonly posts: Posts,
    private readonly reactions: Reactions,
    private readonly moderation: Moderation,
  ) {}

  @Public()
  @Query(() => PostType, { nullable: true })
  post(@Args('id', { type: () => ID }) id: string, @CurrentLoaders() loaders: Loaders): Promise<PostType | null> {
    return loaders.by(this.loader).load(id);
  }

  @SignedIn()
  @Mutation(() => PostType)
  async reply(@CurrentActor() actor: Actor, @Args('input') input: ReplyInput): Promise<PostType> {
    const { id } = await this.posts.reply(actor, input);
    return this.queries.require(actor, id);
  }

  @SignedIn()
  @Mutation(() => PostType)
  async editPost(@CurrentActor() actor: Actor, @Args('input') input: EditPostInput): Promise<PostType> {
    return this.queries.require(actor, await this.posts.edit(actor, input));
  }

  @SignedIn()
  @Mutation(() => PostType)
  async removePost(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string,
  ): Promise<PostType> {
    return this.queries.require(actor, await this.posts.remove(actor, id, reason ?? null));
  }

  @SignedIn()
  @Mutation(() => PostType)
  async react(@CurrentActor() actor: Actor, @Args('input') input: ReactInput): Promise<PostType> {
    return this.queries.require(actor, await this.reactions.react(actor, input));
  }

  @SignedIn()
  @Mutation(() => Boolean)
  reportPost(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ): Promise<boolean> {
    return this.moderation.report(actor, id, reason);
  }
}
