import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Theme } from '#cities';
import { Locale, Markdown } from '#platform/graphql';
import { ExchangeFormat } from './twinning-words.js';

const mostPlaces = 100;

@InputType()
export class ThemePlacesInput {
  @Field(() => Theme)
  theme!: Theme;

  @Field(() => Int)
  @Min(1, { message: 'a theme on offer has at least one place: leave out those that have none' })
  @Max(mostPlaces)
  places!: number;
}

@InputType()
export class OfferMentoringInput {
  @Field(() => ID)
  cityId!: string;

  @Field(() => [Theme])
  @ArrayMinSize(1, { message: 'name at least one theme to mentor on' })
  @ArrayMaxSize(50)
  themes!: Theme[];

  @Field(() => [ThemePlacesInput], {
    nullable: true,
    description: 'Left out: each theme may use the whole capacity. So may a theme that is not named here.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ThemePlacesInput)
  places?: ThemePlacesInput[] | null;

  @Field(() => [Locale])
  @ArrayMaxSize(20)
  languages!: string[];

  @Field(() => [ExchangeFormat])
  @ArrayMaxSize(20)
  formats!: ExchangeFormat[];

  @Field(() => Int)
  @Min(1, { message: 'capacity is at least 1: to pause an offer, set open to false' })
  @Max(mostPlaces)
  capacity!: number;

  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  about?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: as it was; a new offer is open.' })
  @IsOptional()
  open?: boolean | null;
}
