import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { DateTime, Markdown } from '#platform/graphql';
import { SessionKindEnum } from './meetings.enums.js';
import { OneLine } from './one-line.js';
import { type SessionKind } from './session-kind.js';

const lasts = { message: 'a session lasts 1 to 1,440 minutes' };
const seats = { message: 'a capacity is 1 to 100,000' };
const people = { message: 'a session has 50 people at the most in each part' };
const nameLength = { each: true, message: 'a name has 1 to 300 characters' };

@InputType()
export class AddRoomInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'meetingId is the id of a meeting' })
  meetingId!: string;

  @Field()
  @OneLine('name', 100)
  name!: string;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, seats)
  @Max(100_000, seats)
  capacity?: number | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(30, { message: 'a room has 30 features at the most' })
  @Length(1, 100, { each: true, message: 'a feature has 1 to 100 characters' })
  features?: string[] | null;
}

/** What adding and changing a session have in common. */
@InputType({ isAbstract: true })
class SessionWishes {
  @Field(() => DateTime, { nullable: true })
  startsAt?: Date | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'roomId is the id of a room' })
  roomId?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(50, people)
  @IsUUID(undefined, { each: true, message: 'speakerIds are ids of people' })
  speakerIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(50, people)
  @IsUUID(undefined, { each: true, message: 'moderatorIds are ids of people' })
  moderatorIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Speakers who have no account, as the programme names them.' })
  @IsOptional()
  @ArrayMaxSize(50, people)
  @Length(1, 300, nameLength)
  speakerNames?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Moderators who have no account, as the programme names them.',
  })
  @IsOptional()
  @ArrayMaxSize(50, people)
  @Length(1, 300, nameLength)
  moderatorNames?: string[] | null;

  @Field(() => Markdown, { nullable: true })
  about?: string | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(30, { message: 'a session has 30 questions at the most' })
  @Length(1, 1000, { each: true, message: 'a question has 1 to 1,000 characters' })
  questions?: string[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @OneLine('parallel set', 300)
  parallelSet?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, seats)
  @Max(100_000, seats)
  capacity?: number | null;

  @Field(() => Boolean, { nullable: true })
  pinned?: boolean | null;
}

@InputType()
export class AddSessionInput extends SessionWishes {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'meetingId is the id of a meeting' })
  meetingId!: string;

  @Field()
  @OneLine('title', 300)
  title!: string;

  @Field(() => SessionKindEnum)
  kind!: SessionKind;

  @Field(() => Int)
  @IsInt()
  @Min(1, lasts)
  @Max(1440, lasts)
  minutes!: number;

  @Field(() => [String], { nullable: true, description: 'Features that its room must have.' })
  @IsOptional()
  @ArrayMaxSize(30, { message: 'a session has 30 needs at the most' })
  @Length(1, 100, { each: true, message: 'a need has 1 to 100 characters' })
  needs?: string[] | null;
}

@InputType()
export class UpdateSessionInput extends SessionWishes {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id is the id of a session' })
  id!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @OneLine('title', 300)
  title?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, lasts)
  @Max(1440, lasts)
  minutes?: number | null;

  @Field(() => Markdown, { nullable: true })
  notes?: string | null;
}
