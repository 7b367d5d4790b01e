import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CityType } from '#cities';
import { DateTime, LocalDate, Markdown, NodeInterface, TimeZone } from '#platform/graphql';
import { ExchangeFormat } from './twinning-words.js';

@ObjectType('Milestone', { implements: () => [NodeInterface] })
export class MilestoneType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  title!: string;

  @Field(() => LocalDate, { nullable: true })
  dueOn!: string | null;

  @Field(() => DateTime, { nullable: true })
  doneAt!: Date | null;
}

@ObjectType('Exchange', { implements: () => [NodeInterface] })
export class ExchangeType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field(() => ExchangeFormat)
  format!: ExchangeFormat;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field()
  title!: string;

  @Field(() => Markdown, { nullable: true })
  notes!: string | null;

  @Field(() => String, { nullable: true })
  location!: string | null;
}

@ObjectType('Evaluation', {
  implements: () => [NodeInterface],
  description: 'Both sides write one: the mentor learns too.',
})
export class EvaluationType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field(() => CityType)
  by!: CityType;

  @Field(() => Int, { description: '1 to 5, 5 is best.' })
  rating!: number;

  @Field(() => Markdown)
  learned!: string;

  @Field()
  wouldRecommend!: boolean;

  @Field(() => DateTime)
  createdAt!: Date;

  readonly cityId!: string;
}
