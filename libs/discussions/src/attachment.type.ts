import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NodeInterface, Url } from '#platform/graphql';

/** A file that people gave with a post; whoever may read the post may fetch it. */
@ObjectType('Attachment', { implements: () => [NodeInterface] })
export class AttachmentType extends NodeInterface {
  @Field(() => ID)
  declare id: string;
  @Field()
  filename!: string;
  @Field()
  mediaType!: string;
  @Field(() => Int)
  size!: number;
  @Field(() => Url)
  url!: string;
}
