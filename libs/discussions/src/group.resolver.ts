import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type Connection, PageArgs } from '#platform/graphql';
import { GroupMembers } from './group-members.service.js';
import { CreateGroupInput, SetDeliveryInput, UpdateGroupInput } from './group.input.js';
import { GroupQueries } from './group.queries.js';
import { GroupConnection, GroupType } from './group.type.js';
import { GroupKind } from './group-words.js';
import { Groups } from './groups.service.js';

@ArgsType()
class GroupsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only groups that the viewer is a member of.' })
  mine?: boolean | null;
  @Field(() => [GroupKind], { nullable: true })
  kind?: GroupKind[] | null;
}

@Resolver()
export class GroupResolver {
  constructor(
    private readonly queries: GroupQueries,
    private readonly service: Groups,
    private readonly members: GroupMembers,
  ) {}

  @Public()
  @Query(() => GroupType, { nullable: true })
  group(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, nullable: true }) id?: string,
    @Args('slug', { type: () => String, nullable: true }) slug?: string,
  ): Promise<GroupType | null> {
    return this.queries.find(actor, { id, slug });
  }

  @Public()
  @Query(() => GroupConnection)
  groups(@CurrentActor() actor: Actor, @Args() args: GroupsArgs): Promise<Connection<GroupType>> {
    return this.queries.page(actor, args, args.mine ?? false, args.kind ?? null);
  }

  @SignedIn()
  @Mutation(() => GroupType)
  createGroup(@CurrentActor() actor: Actor, @Args('input') input: CreateGroupInput): Promise<GroupType> {
    return this.service.create(actor, input);
  }

  @SignedIn()
  @Mutation(() => GroupType)
  updateGroup(@CurrentActor() actor: Actor, @Args('input') input: UpdateGroupInput): Promise<GroupType> {
    return this.service.update(actor, input);
  }

  @SignedIn()
  @Mutation(() => GroupType)
  joinGroup(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<GroupType> {
    return this.members.join(actor, id);
  }

  @SignedIn()
  @Mutation(() => GroupType)
  leaveGroup(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<GroupType> {
    return this.members.leave(actor, id);
  }

  @SignedIn()
  @Mutation(() => GroupType)
  addGroupMember(
    @CurrentActor() actor: Actor,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('moderator', { type: () => Boolean, nullable: true }) moderator?: boolean,
  ): Promise<GroupType> {
    return this.members.addByModerator(actor, groupId, personId, moderator ?? null);
  }

  @SignedIn()
  @Mutation(() => GroupType)
  removeGroupMember(
    @CurrentActor() actor: Actor,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<GroupType> {
    return this.members.removeByModerator(actor, groupId, personId);
  }

  @SignedIn()
  @Mutation(() => GroupType)
  setDelivery(@CurrentActor() actor: Actor, @Args('input') input: SetDeliveryInput): Promise<GroupType> {
    return this.members.setDelivery(actor, input);
  }
}
