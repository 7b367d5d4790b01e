import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PersonType } from '#people';
import { connectionOf, DateTime, Html, Markdown, NodeInterface, OfViewer } from '#platform/graphql';
import { AttachmentType } from './attachment.type.js';
import { type KeptReaction } from './post.entity.js';
import { PostOrigin } from './thread-words.js';

@ObjectType('ReactionCount')
export class ReactionCountType {
  @Field()
  emoji!: string;
  @Field(() => Int)
  count!: number;
  @OfViewer()
  @Field()
  viewerReacted!: boolean;
}

@ObjectType('PostRevision', { description: 'An earlier wording of a post, by whom and when it was written.' })
export class PostRevisionType {
  @Field(() => Markdown)
  body!: string;
  @Field(() => PersonType, { nullable: true })
  editor!: PersonType | null;
  @Field(() => DateTime)
  at!: Date;
  readonly postId!: string;
  readonly editorId!: string | null;
}

@ObjectType('Post', { implements: () => [NodeInterface] })
export class PostType extends NodeInterface {
  @Field(() => ID)
  declare id: string;
  @Field({ description: "Kept when the author's account is gone." })
  authorName!: string;
  @Field(() => Int, { description: 'Its place in the thread, from 1.' })
  number!: number;
  @Field(() => Markdown, { description: 'Empty once it has been removed.' })
  body!: string;
  @Field(() => Html)
  html!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the trimmed quote and signature held, for a post that came by mail.',
  })
  quoted!: string | null;
  @Field(() => PostOrigin)
  origin!: PostOrigin;
  @Field()
  messageId!: string;
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true })
  editedAt!: Date | null;
  @Field(() => DateTime, { nullable: true })
  removedAt!: Date | null;
  @Field(() => [AttachmentType])
  attachments!: AttachmentType[];
  readonly threadId!: string;
  readonly authorId!: string | null;
  readonly parentId!: string | null;
  readonly keptReactions!: KeptReaction[];
  /** The emojis that the viewer gave. */
  readonly ownReactions!: string[];
}

export const [PostConnection, PostEdge] = connectionOf('Post', () => PostType);
