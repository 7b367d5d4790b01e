import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Theme } from '#cities';
import { PersonType } from '#people';
import { connectionOf, Cursor, DateTime, NodeInterface, PageArgs } from '#platform/graphql';
import { GroupType } from './group.type.js';
import { FollowState } from './thread-words.js';

@ObjectType('ThreadViewerState')
export class ThreadViewerStateType {
  @Field(() => FollowState)
  follow!: FollowState;
  @Field(() => Int, { description: "Others' posts after the last one read." })
  unreadCount!: number;
  @Field(() => ID, { nullable: true })
  lastReadPostId!: string | null;
}

/** How far the viewer has read, as kept; null where they never opened the thread. */
export interface Reading {
  follow: FollowState;
  lastReadNumber: number;
  ownUnread: number;
  lastReadPostId: string | null;
}

@ObjectType('Thread', { implements: () => [NodeInterface] })
export class ThreadType extends NodeInterface {
  @Field(() => ID)
  declare id: string;
  @Field(() => GroupType)
  group!: GroupType;
  @Field()
  title!: string;
  @Field(() => [Theme])
  themes!: Theme[];
  @Field(() => PersonType, { nullable: true })
  author!: PersonType | null;
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => DateTime)
  lastPostAt!: Date;
  @Field(() => Int)
  postCount!: number;
  @Field()
  locked!: boolean;
  @Field()
  pinned!: boolean;
  @Field(() => Cursor, {
    description: 'Where the activity of the thread stands: give it to `threadActivity` as `after`.',
  })
  cursor!: string;
  readonly groupId!: string;
  readonly reading!: Reading | null;
}

export const [ThreadConnection, ThreadEdge] = connectionOf('Thread', () => ThreadType);

/** Threads of a group, pinned ones first, then the liveliest. */
@ArgsType()
export class ThreadsArgs extends PageArgs {
  @Field(() => Theme, { nullable: true })
  theme?: Theme | null;
  @Field(() => Boolean, { nullable: true })
  unreadOnly?: boolean | null;
}

/** Posts of a thread from either end. */
@ArgsType()
export class PostsArgs extends PageArgs {
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'last is 1 to 100' })
  @Max(100, { message: 'last is 1 to 100' })
  last?: number | null;
  @Field(() => Cursor, { nullable: true })
  before?: string | null;
}
