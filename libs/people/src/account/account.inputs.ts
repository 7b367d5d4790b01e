import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { DateTime, EmailAddress, Locale, Markdown, TimeZone } from '#platform/graphql';

/** Longer texts are refused before anything is computed from them. */
const longestPasswordInput = 1000;
const tooLong = { message: 'a password has 200 characters at the most' };

@InputType('SignUpInput')
export class SignUpInput {
  @Field()
  @MaxLength(1000)
  name!: string;

  @Field(() => EmailAddress)
  @MaxLength(254)
  email!: string;

  @Field()
  @MaxLength(longestPasswordInput, tooLong)
  password!: string;

  @Field(() => Locale, { nullable: true })
  @IsOptional()
  @MaxLength(35)
  locale?: string | null;

  @Field(() => TimeZone, { nullable: true })
  timeZone?: string | null;
}

@InputType('SignInInput')
export class SignInInput {
  @Field(() => EmailAddress)
  @MaxLength(254)
  email!: string;

  @Field()
  @MaxLength(longestPasswordInput, tooLong)
  password!: string;
}

@InputType('ChangePasswordInput')
export class ChangePasswordInput {
  @Field()
  @MaxLength(longestPasswordInput, tooLong)
  newPassword!: string;

  @Field(() => String, { nullable: true, description: 'May be left out within a quarter of an hour of signing in.' })
  @IsOptional()
  @MaxLength(longestPasswordInput, tooLong)
  currentPassword?: string | null;
}

@InputType('UpdateProfileInput')
export class UpdateProfileInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(1000)
  name?: string | null;

  @Field(() => Markdown, { nullable: true })
  @IsOptional()
  @MaxLength(10_000)
  bio?: string | null;

  @Field(() => Locale, { nullable: true })
  @IsOptional()
  @MaxLength(35)
  locale?: string | null;

  @Field(() => TimeZone, { nullable: true })
  timeZone?: string | null;
}

@InputType('CreateAccessTokenInput')
export class CreateAccessTokenInput {
  @Field()
  @MaxLength(100)
  name!: string;

  @Field(() => DateTime, { nullable: true })
  expiresAt?: Date | null;
}
