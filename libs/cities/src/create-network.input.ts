import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsUUID, Length } from 'class-validator';
import { Markdown } from '#platform/graphql';
import { NetworkKind } from './city.enums.js';

@InputType()
export class CreateNetworkInput {
  @Field()
  @Length(1, 200, { message: 'a name has 1 to 200 characters' })
  name!: string;

  @Field(() => NetworkKind)
  kind!: NetworkKind;

  @Field(() => Markdown, { nullable: true })
  about?: string | null;

  @Field(() => ID, { nullable: true, description: 'The city or organisation that convenes it.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'convenorId is the id of a city or an organisation' })
  convenorId?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(500, { message: 'a network starts with 500 cities at the most' })
  @IsUUID(undefined, { each: true, message: 'cityIds are ids of cities' })
  cityIds?: string[] | null;
}
