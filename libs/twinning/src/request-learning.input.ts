import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Matches, MaxLength } from 'class-validator';
import { Theme } from '#cities';
import { Locale, Markdown } from '#platform/graphql';
import { ExchangeFormat } from './twinning-words.js';

@InputType()
export class RequestLearningInput {
  @Field(() => ID)
  cityId!: string;

  @Field(() => [Theme])
  @ArrayMinSize(1, { message: 'name at least one theme to learn about' })
  @ArrayMaxSize(50)
  themes!: Theme[];

  @Field(() => [Locale])
  @ArrayMaxSize(20)
  languages!: string[];

  @Field(() => [ExchangeFormat])
  @ArrayMaxSize(20)
  formats!: ExchangeFormat[];

  @Field(() => Markdown)
  @Matches(/\S/, { message: 'say what the city wants to reach' })
  @MaxLength(20_000)
  goal!: string;
}
