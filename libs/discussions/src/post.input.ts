import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { Markdown } from '#platform/graphql';

@InputType()
export class ReplyInput {
  @Field(() => ID)
  @IsUUID()
  threadId!: string;
  @Field(() => Markdown)
  body!: string;
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  attachmentIds?: string[] | null;
  @Field(() => String, { nullable: true, description: 'The same key twice is the same post.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType()
export class EditPostInput {
  @Field(() => ID)
  @IsUUID()
  postId!: string;
  @Field(() => Markdown)
  body!: string;
}

@InputType()
export class ReactInput {
  @Field(() => ID)
  @IsUUID()
  postId!: string;
  @Field({ description: 'One emoji.' })
  @IsString()
  emoji!: string;
  @Field({ description: 'Whether to give it or to take it back.' })
  on!: boolean;
}
