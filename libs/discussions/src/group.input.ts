import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Markdown } from '#platform/graphql';
import { DeliveryMode, GroupKind, Visibility } from './group-words.js';

@InputType()
export class CreateGroupInput {
  @Field()
  @IsString()
  name!: string;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  slug?: string | null;
  @Field(() => GroupKind, { nullable: true })
  kind?: GroupKind | null;
  @Field(() => Visibility)
  visibility!: Visibility;
  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  about?: string | null;
}

@InputType()
export class UpdateGroupInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  name?: string | null;
  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  about?: string | null;
  @Field(() => Visibility, { nullable: true })
  visibility?: Visibility | null;
}

@InputType()
export class SetDeliveryInput {
  @Field(() => ID)
  @IsUUID()
  groupId!: string;
  @Field(() => DeliveryMode)
  delivery!: DeliveryMode;
}
