import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Markdown } from '#platform/graphql';
import { SessionKindEnum } from './meetings.enums.js';
import { OneLine } from './one-line.js';
import { type SessionKind } from './session-kind.js';

@InputType()
export class CreateSeriesInput {
  @Field()
  @OneLine('name', 200)
  name!: string;

  @Field(() => Markdown, { nullable: true })
  about?: string | null;
}

@InputType()
export class AddStandingItemInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'seriesId is the id of a series' })
  seriesId!: string;

  @Field()
  @OneLine('title', 300)
  title!: string;

  @Field(() => SessionKindEnum)
  kind!: SessionKind;

  @Field(() => Int)
  @IsInt()
  @Min(1, { message: 'a session lasts 1 to 1,440 minutes' })
  @Max(1440, { message: 'a session lasts 1 to 1,440 minutes' })
  minutes!: number;

  @Field(() => Markdown, { nullable: true })
  about?: string | null;
}
