import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonLoader, PersonType } from '#people';
import { Actor, CurrentActor } from '#platform/access';
import { type Connection, CurrentLoaders, Loaders, OfViewer, PageArgs } from '#platform/graphql';
import { UnreadThreadsLoader } from './group.loader.js';
import { groupPolicy } from './group.policy.js';
import { GroupQueries } from './group.queries.js';
import { GroupMemberConnection, GroupMemberType, GroupType, GroupViewerStateType } from './group.type.js';
import { ThreadQueries } from './thread.queries.js';
import { ThreadConnection, ThreadsArgs, type ThreadType } from './thread.type.js';

@Resolver(() => GroupType)
export class GroupFieldsResolver {
  constructor(
    private readonly groups: GroupQueries,
    private readonly threadsOf: ThreadQueries,
  ) {}

  @ResolveField(() => GroupMemberConnection)
  members(
    @Parent() group: GroupType,
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
  ): Promise<Connection<GroupMemberType>> {
    return this.groups.members(actor, group, args);
  }

  @OfViewer()
  @ResolveField(() => ThreadConnection)
  threads(
    @Parent() group: GroupType,
    @CurrentActor() actor: Actor,
    @Args() args: ThreadsArgs,
  ): Promise<Connection<ThreadType>> {
    return this.threadsOf.ofGroup(actor, group, args);
  }

  @OfViewer()
  @ResolveField(() => GroupViewerStateType, { nullable: true })
  viewer(@Parent() group: GroupType, @CurrentActor() actor: Actor): GroupViewerStateType | null {
    if (!actor.signedIn) return null;
    return {
      groupId: group.id,
      member: group.membership !== null,
      moderator: groupPolicy.moderate(actor, group),
      delivery: group.membership?.delivery ?? 'NOTHING',
    };
  }
}

@Resolver(() => GroupViewerStateType)
export class GroupViewerStateResolver {
  constructor(private readonly unread: UnreadThreadsLoader) {}

  @OfViewer()
  @ResolveField(() => Int)
  async unreadThreadCount(@Parent() state: GroupViewerStateType, @CurrentLoaders() loaders: Loaders): Promise<number> {
    return state.member ? ((await loaders.by(this.unread).load(state.groupId)) ?? 0) : 0;
  }
}

@Resolver(() => GroupMemberType)
export class GroupMemberResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType)
  person(@Parent() member: GroupMemberType, @CurrentLoaders() loaders: Loaders): Promise<PersonType | null> {
    return loaders.by(this.people).load(member.personId);
  }
}
