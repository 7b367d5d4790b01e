import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';
import { MembershipRole } from './membership.enums.js';

@InputType()
export class RequestMembershipInput {
  @Field(() => ID, { description: 'A city or an organisation.' })
  bodyId!: string;

  @Field(() => MembershipRole)
  role!: MembershipRole;

  @Field(() => String, {
    nullable: true,
    description: 'What the person is there, such as “Head of the Human Rights Office”.',
  })
  @IsOptional()
  @Length(1, 200, { message: 'a title has 1 to 200 characters' })
  title?: string | null;
}
