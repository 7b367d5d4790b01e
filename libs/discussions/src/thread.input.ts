import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsOptional, IsString, IsUUID } from 'class-validator';
import { Theme } from '#cities';
import { Markdown } from '#platform/graphql';
import { FollowState } from './thread-words.js';

@InputType()
export class StartThreadInput {
  @Field(() => ID)
  @IsUUID()
  groupId!: string;
  @Field()
  @IsString()
  title!: string;
  @Field(() => Markdown)
  body!: string;
  @Field(() => [Theme], { nullable: true })
  @IsOptional()
  @ArrayUnique()
  themes?: Theme[] | null;
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  attachmentIds?: string[] | null;
}

@InputType()
export class FollowThreadInput {
  @Field(() => ID)
  @IsUUID()
  threadId!: string;
  @Field(() => FollowState)
  state!: FollowState;
}

@InputType()
export class MarkReadInput {
  @Field(() => ID)
  @IsUUID()
  threadId!: string;
  @Field(() => ID, { description: 'The last post that was read; all before it count as read.' })
  @IsUUID()
  postId!: string;
}

@InputType()
export class ModerateThreadInput {
  @Field(() => ID)
  @IsUUID()
  threadId!: string;
  @Field(() => Boolean, { nullable: true })
  locked?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  pinned?: boolean | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  title?: string | null;
  @Field(() => ID, { nullable: true, description: 'The group to move it to.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;
}

@InputType()
export class SplitThreadInput {
  @Field(() => ID, { description: 'This post and all after it go to the new thread.' })
  @IsUUID()
  postId!: string;
  @Field()
  @IsString()
  title!: string;
}

@InputType()
export class MergeThreadsInput {
  @Field(() => ID)
  @IsUUID()
  fromId!: string;
  @Field(() => ID)
  @IsUUID()
  intoId!: string;
}
