import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, Matches, MaxLength } from 'class-validator';
import { Theme } from '#cities';
import { DateTime } from '#platform/graphql';
import { RoundAim, RoundSide } from './round.entity.js';
import './round-words.js';

@InputType()
export class OpenMatchingRoundInput {
  @Field()
  @Matches(/\S/, { message: 'give the round a name' })
  @MaxLength(200)
  name!: string;

  @Field(() => DateTime, { description: 'Until then cities rank.' })
  closesAt!: Date;

  @Field(() => RoundAim, { nullable: true, description: 'Left out: LEARNERS_FIRST.' })
  @IsOptional()
  aim?: RoundAim | null;

  @Field({ description: 'Announced beforehand, so that nobody can choose the tie-breaks.' })
  @Matches(/\S/, { message: 'announce a seed: any text, such as the date of a public draw' })
  @MaxLength(200)
  seed!: string;
}

@InputType()
export class RankInput {
  @Field(() => ID)
  roundId!: string;

  @Field(() => ID)
  cityId!: string;

  @Field(() => RoundSide)
  as!: RoundSide;

  @Field(() => [[ID]], {
    description:
      "Ids of the other side's cities, best first; an inner list is a tie. Empty takes the city's ranking back.",
  })
  @ArrayMaxSize(1000)
  ranking!: string[][];
}

@ArgsType()
export class RoundWhatIfArgs {
  @Field(() => ID)
  roundId!: string;

  @Field(() => ID)
  mentorId!: string;

  @Field(() => Int, { description: 'How many places the mentor would have in the round.' })
  @IsInt()
  places!: number;

  @Field(() => Theme, {
    nullable: true,
    description: 'Where the mentor has places by theme: the theme that gains or loses the difference. Left out: each.',
  })
  @IsOptional()
  theme?: Theme | null;
}
