import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { CountryCode } from '#platform/graphql';
import { CityKind } from './city.enums.js';
import { Theme } from './theme.js';

/** What all of these ask for together. */
@InputType()
export class CityFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, without regard to case and accents.' })
  @IsOptional()
  @MaxLength(200, { message: 'a search has 200 characters at the most' })
  search?: string | null;

  @Field(() => [CountryCode], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(100, { message: 'ask for 100 countries at the most' })
  country?: string[] | null;

  @Field(() => [CityKind], { nullable: true })
  kind?: CityKind[] | null;

  @Field(() => [Theme], {
    nullable: true,
    description:
      'Cities that mentor on, or ask to learn, any of these; with `mentoring: true`, that mentor on any of them.',
  })
  theme?: Theme[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the city has declared itself a human rights city.' })
  declared?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the city has an open offer to mentor.' })
  mentoring?: boolean | null;
}
