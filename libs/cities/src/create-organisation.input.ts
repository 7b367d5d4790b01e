import { Field, InputType } from '@nestjs/graphql';
import { Length } from 'class-validator';
import { CountryCode, Markdown, Url } from '#platform/graphql';
import { OrganisationKind } from './city.enums.js';

@InputType()
export class CreateOrganisationInput {
  @Field()
  @Length(1, 200, { message: 'a name has 1 to 200 characters' })
  name!: string;

  @Field(() => OrganisationKind)
  kind!: OrganisationKind;

  @Field(() => CountryCode, { nullable: true })
  country?: string | null;

  @Field(() => Url, { nullable: true })
  website?: string | null;

  @Field(() => Markdown, { nullable: true })
  about?: string | null;
}
