import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PersonType } from '#people';
import { connectionOf, Cursor, DateTime, Markdown, NodeInterface } from '#platform/graphql';
import { DeliveryMode, GroupKind, Visibility } from './group-words.js';

/** What the viewer is in a group; read along with the group's row. */
@ObjectType('GroupViewerState')
export class GroupViewerStateType {
  @Field()
  member!: boolean;
  @Field({ description: 'Whether the viewer may moderate here, as a moderator of the group or by a platform role.' })
  moderator!: boolean;
  @Field(() => DeliveryMode)
  delivery!: DeliveryMode;
  @Field(() => Int, {
    description:
      'Threads with posts that came since the viewer joined and are not read; muted ones aside. Counts to 1,000.',
  })
  unreadThreadCount?: number;
  readonly groupId!: string;
}

@ObjectType('Group', { implements: () => [NodeInterface] })
export class GroupType extends NodeInterface {
  @Field(() => ID)
  declare id: string;
  @Field()
  slug!: string;
  @Field()
  name!: string;
  @Field(() => Markdown, { nullable: true })
  about!: string | null;
  @Field(() => GroupKind)
  kind!: GroupKind;
  @Field(() => Visibility)
  visibility!: Visibility;
  @Field(() => Int)
  memberCount!: number;
  @Field(() => Cursor, {
    description: 'Where the activity of the group stands: give it to `groupActivity` as `after`.',
  })
  cursor!: string;
  readonly threadCount!: number;
  /** The viewer's own membership; null where there is none. */
  readonly membership!: { moderator: boolean; delivery: DeliveryMode } | null;
}

@ObjectType('GroupMember')
export class GroupMemberType {
  @Field(() => PersonType)
  person!: PersonType;
  @Field(() => DeliveryMode)
  delivery!: DeliveryMode;
  @Field()
  moderator!: boolean;
  @Field(() => DateTime)
  since!: Date;
  readonly personId!: string;
}

export const [GroupConnection, GroupEdge] = connectionOf('Group', () => GroupType);
export const [GroupMemberConnection, GroupMemberEdge] = connectionOf('GroupMember', () => GroupMemberType);
