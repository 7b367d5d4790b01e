import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { DateTime, LocalDate, Markdown, TimeZone } from '#platform/graphql';
import { ExchangeFormat } from './twinning-words.js';

const longestText = 20_000;

@InputType()
export class ProposeTwinningInput {
  @Field(() => ID)
  learningRequestId!: string;

  @Field(() => ID, { description: 'The city that is asked to mentor.' })
  mentorId!: string;

  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(longestText)
  message?: string | null;
}

@InputType()
export class AnswerTwinningInput {
  @Field(() => ID)
  twinningId!: string;

  @Field()
  accept!: boolean;

  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(longestText)
  answer?: string | null;
}

@InputType()
export class EndTwinningInput {
  @Field(() => ID)
  twinningId!: string;

  @Field()
  completed!: boolean;

  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(longestText)
  reason?: string | null;
}

@InputType()
export class AddMilestoneInput {
  @Field(() => ID)
  twinningId!: string;

  @Field()
  @Matches(/\S/, { message: 'a milestone has a title' })
  @MaxLength(200)
  title!: string;

  @Field(() => LocalDate, { nullable: true })
  @IsOptional()
  dueOn?: string | null;
}

@InputType()
export class LogExchangeInput {
  @Field(() => ID)
  twinningId!: string;

  @Field(() => ExchangeFormat)
  format!: ExchangeFormat;

  @Field()
  @Matches(/\S/, { message: 'an exchange has a title' })
  @MaxLength(200)
  title!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;

  @Field(() => TimeZone, { description: 'The zone that people agreed on the times in.' })
  timeZone!: string;

  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(longestText)
  notes?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(500)
  location?: string | null;
}

@InputType()
export class EvaluateTwinningInput {
  @Field(() => ID)
  twinningId!: string;

  @Field(() => ID, { description: 'The side that evaluates: the mentor or the learner.' })
  cityId!: string;

  @Field(() => Int, { description: '1 to 5, 5 is best.' })
  @Min(1, { message: 'a rating is 1 to 5' })
  @Max(5, { message: 'a rating is 1 to 5' })
  rating!: number;

  @Field(() => Markdown)
  @Matches(/\S/, { message: 'say what the city has learned' })
  @MaxLength(longestText)
  learned!: string;

  @Field()
  wouldRecommend!: boolean;
}
