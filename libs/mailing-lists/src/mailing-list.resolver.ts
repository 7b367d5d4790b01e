import { Args, ID, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { PostLoader, PostType } from '#discussions';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { CurrentLoaders, type Loaders } from '#platform/graphql';
import { type LiveFeed } from '#platform/live';
import { HeldMessageFeeds } from './held-message.feeds.js';
import { HeldMessages } from './held-messages.service.js';
import { MailingListOfGroupLoader } from './mailing-list.loader.js';
import { HeldMessageType, MailingListType, UpdateMailingListInput } from './mailing-list.type.js';
import { MailingLists } from './mailing-lists.service.js';

@Resolver()
export class MailingListResolver {
  constructor(
    private readonly lists: MailingLists,
    private readonly held: HeldMessages,
    private readonly feeds: HeldMessageFeeds,
    private readonly listOfGroup: MailingListOfGroupLoader,
    private readonly posts: PostLoader,
  ) {}

  @SignedIn()
  @Mutation(() => MailingListType)
  async updateMailingList(
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
    @Args('input') input: UpdateMailingListInput,
  ): Promise<MailingListType | null> {
    return loaders.by(this.listOfGroup).load(await this.lists.update(actor, input));
  }

  @SignedIn()
  @Mutation(() => PostType)
  async approveHeldMessage(
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PostType | null> {
    return loaders.by(this.posts).load(await this.held.approve(actor, id));
  }

  @SignedIn()
  @Mutation(() => Boolean)
  async rejectHeldMessage(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<boolean> {
    await this.held.reject(actor, id, reason ?? null);
    return true;
  }

  @Public()
  @Mutation(() => Boolean)
  async unsubscribe(@Args('token') token: string): Promise<boolean> {
    await this.lists.unsubscribe(token);
    return true;
  }

  @SignedIn()
  @Subscription(() => HeldMessageType)
  heldMessages(@CurrentActor() actor: Actor, @Args('groupId', { type: () => ID }) groupId: string): Promise<LiveFeed> {
    return this.feeds.ofGroup(actor, groupId);
  }
}
