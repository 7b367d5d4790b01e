import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Cursor, DateTime } from '#platform/graphql';
import { PostType } from './post.type.js';
import { ThreadType } from './thread.type.js';

/** Something that happened in a topic that somebody follows. Libs above add kinds of their own. */
@InterfaceType('ActivityEvent', {
  description: 'What happens in a thread or a group, in the order in which it was committed.',
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class ActivityEventInterface {
  @Field(() => Cursor)
  cursor!: string;
  @Field(() => DateTime)
  at!: Date;
}

const activity = { implements: () => [ActivityEventInterface] };

@ObjectType('PostAdded', activity)
export class PostAddedType extends ActivityEventInterface {
  @Field(() => PostType)
  post!: PostType;
}

@ObjectType('PostEdited', activity)
export class PostEditedType extends ActivityEventInterface {
  @Field(() => PostType)
  post!: PostType;
}

@ObjectType('PostRemoved', activity)
export class PostRemovedType extends ActivityEventInterface {
  @Field(() => ID)
  postId!: string;
  @Field(() => ID)
  threadId!: string;
}

@ObjectType('ReactionsChanged', activity)
export class ReactionsChangedType extends ActivityEventInterface {
  @Field(() => PostType)
  post!: PostType;
}

@ObjectType('ThreadStarted', activity)
export class ThreadStartedType extends ActivityEventInterface {
  @Field(() => ThreadType)
  thread!: ThreadType;
}

@ObjectType('ThreadChanged', activity)
export class ThreadChangedType extends ActivityEventInterface {
  @Field(() => ThreadType)
  thread!: ThreadType;
}
