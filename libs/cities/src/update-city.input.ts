import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { Locale, Markdown, Url } from '#platform/graphql';

/** What is left out stays as it is; null takes it away. */
@InputType()
export class UpdateCityInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 200, { message: 'a name has 1 to 200 characters' })
  name?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'a population is 1 or more' })
  @Max(999_999_999, { message: 'a population is 999,999,999 or less' })
  population?: number | null;

  @Field(() => [Locale], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'a city has 20 languages at the most' })
  languages?: string[] | null;

  @Field(() => Float, { nullable: true })
  @IsOptional()
  @Min(-90, { message: 'a latitude is -90 to 90' })
  @Max(90, { message: 'a latitude is -90 to 90' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true })
  @IsOptional()
  @Min(-180, { message: 'a longitude is -180 to 180' })
  @Max(180, { message: 'a longitude is -180 to 180' })
  longitude?: number | null;

  @Field(() => Url, { nullable: true })
  website?: string | null;

  @Field(() => Markdown, { nullable: true })
  about?: string | null;

  @Field(() => Int, { nullable: true })
  declaredYear?: number | null;
}
