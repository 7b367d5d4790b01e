import { Field, ID, InputType } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';
import { LocalDate, Url } from '#platform/graphql';
import { ClaimSubject } from './city.enums.js';

@InputType()
export class AddClaimInput {
  @Field(() => ID)
  cityId!: string;

  @Field(() => ClaimSubject)
  subject!: ClaimSubject;

  @Field()
  @Length(1, 1000, { message: 'a value has 1 to 1,000 characters' })
  @Matches(/\S/, { message: 'a value is more than blanks' })
  value!: string;

  @Field()
  @Length(1, 300, { message: 'a source has 1 to 300 characters' })
  @Matches(/\S/, { message: 'a source is more than blanks' })
  source!: string;

  @Field(() => Url, { nullable: true })
  sourceUrl?: string | null;

  @Field(() => LocalDate, { nullable: true })
  publishedOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The source speaks against the value, such as a list that leaves the city out.',
  })
  denies?: boolean | null;
}
