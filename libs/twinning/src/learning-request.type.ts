import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { CityType, Theme } from '#cities';
import { DateTime, Locale, Markdown, NodeInterface, OfViewer } from '#platform/graphql';
import { MentorOfferType } from './mentor-offer.type.js';
import { type Reason } from './suggestion-score.js';
import { ExchangeFormat, MatchFactorKind } from './twinning-words.js';

@ObjectType('LearningRequest', { implements: () => [NodeInterface] })
export class LearningRequestType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field(() => CityType)
  city!: CityType;

  @Field(() => [Theme])
  themes!: Theme[];

  @Field(() => [Locale])
  languages!: string[];

  @Field(() => [ExchangeFormat])
  formats!: ExchangeFormat[];

  @Field(() => Markdown)
  goal!: string;

  @Field({
    description: 'While it is not, no mentor can be asked with it; proposals made before stay with their mentors.',
  })
  open!: boolean;

  @Field(() => DateTime)
  createdAt!: Date;

  readonly cityId!: string;
}

@ObjectType('MatchFactor')
export class MatchFactorType {
  @Field(() => MatchFactorKind)
  kind!: MatchFactorKind;

  @Field(() => Float, { description: '0..1' })
  score!: number;

  @Field(() => Float, { description: 'Weights of one suggestion sum to 1.' })
  weight!: number;

  @Field(() => String, { description: 'One sentence in the language of whoever reads it.' })
  @OfViewer()
  reason!: Reason;
}

@ObjectType('MentorSuggestion', {
  description: 'A mentor that fits a learning request, and why: the weighted factor scores add up to `score`.',
})
export class MentorSuggestionType {
  @Field(() => CityType)
  mentor!: CityType;

  @Field(() => MentorOfferType)
  offer!: MentorOfferType;

  @Field(() => Float)
  score!: number;

  @Field(() => [MatchFactorType], { description: 'The weightiest first.' })
  factors!: MatchFactorType[];

  @Field(() => [MatchFactorKind], { description: 'Left out of the score, because it is not known of both cities.' })
  notKnown!: MatchFactorKind[];

  @Field(() => String, {
    description: 'The verdict, what stands against the pair, and what is not known.',
  })
  @OfViewer()
  summary!: Reason[];

  readonly mentorId!: string;
}

@ArgsType()
export class SuggestionsArgs {
  @Field(() => Int, { nullable: true, description: '1 to 100; 10 if left out.' })
  @IsOptional()
  @Min(1, { message: 'first is 1 to 100' })
  @Max(100, { message: 'first is 1 to 100' })
  first?: number | null;
}
