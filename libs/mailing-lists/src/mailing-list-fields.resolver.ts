import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GroupLoader, GroupType, PostType, ThreadType } from '#discussions';
import { type Person, PersonLoader, PersonType } from '#people';
import { type Actor, CurrentActor } from '#platform/access';
import { CurrentLoaders, EmailAddress, type Loaders, PageArgs } from '#platform/graphql';
import { ListAddresses } from './list-addresses.js';
import { SubscriberStatus } from './mailing-list-words.js';
import { DeliveryTraceLoader, MailingListOfGroupLoader } from './mailing-list.loader.js';
import { MailingListQueries } from './mailing-list.queries.js';
import {
  DeliveryTraceType,
  HeldMessageConnection,
  ListSubscriberConnection,
  ListSubscriberType,
  MailingListType,
} from './mailing-list.type.js';

@Resolver(() => GroupType)
export class GroupMailingListFields {
  constructor(private readonly lists: MailingListOfGroupLoader) {}

  @ResolveField(() => MailingListType)
  mailingList(@Parent() group: GroupType, @CurrentLoaders() loaders: Loaders): Promise<MailingListType | null> {
    return loaders.by(this.lists).load(group.id);
  }
}

@Resolver(() => ThreadType)
export class ThreadMailFields {
  constructor(
    private readonly addresses: ListAddresses,
    private readonly groups: GroupLoader,
  ) {}

  @ResolveField(() => EmailAddress, { description: 'Mail sent here becomes a reply in this thread.' })
  async address(@Parent() thread: ThreadType, @CurrentLoaders() loaders: Loaders): Promise<string | null> {
    const group = await loaders.by(this.groups).load(thread.groupId);
    return group && this.addresses.thread(group.slug, thread.id);
  }
}

@Resolver(() => PostType)
export class PostMailFields {
  constructor(private readonly traces: DeliveryTraceLoader) {}

  @ResolveField(() => DeliveryTraceType, {
    description: 'How far the post got by mail: any reader of the thread may see it.',
  })
  delivery(@Parent() post: PostType, @CurrentLoaders() loaders: Loaders): Promise<DeliveryTraceType | null> {
    return loaders.by(this.traces).load(post.id);
  }
}

@Resolver(() => MailingListType)
export class MailingListFields {
  constructor(
    private readonly groups: GroupLoader,
    private readonly queries: MailingListQueries,
  ) {}

  @ResolveField(() => GroupType)
  group(@Parent() list: MailingListType, @CurrentLoaders() loaders: Loaders): Promise<GroupType | null> {
    return loaders.by(this.groups).load(list.groupId);
  }

  @ResolveField(() => ListSubscriberConnection)
  subscribers(
    @Parent() list: MailingListType,
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('status', { type: () => SubscriberStatus, nullable: true }) status?: SubscriberStatus | null,
  ): Promise<InstanceType<typeof ListSubscriberConnection>> {
    return this.queries.subscribers(actor, list, page, status ?? null);
  }

  @ResolveField(() => HeldMessageConnection)
  held(
    @Parent() list: MailingListType,
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<InstanceType<typeof HeldMessageConnection>> {
    return this.queries.held(actor, list, page);
  }
}

@Resolver(() => ListSubscriberType)
export class ListSubscriberFields {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { nullable: true })
  person(@Parent() subscriber: ListSubscriberType, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.by(this.people).load(subscriber.personId);
  }
}
