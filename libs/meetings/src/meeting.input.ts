import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { DateTime, Markdown, TimeZone, Url } from '#platform/graphql';
import { type MeetingFormat, type MeetingStatus } from './meeting-status.js';
import { MeetingFormatEnum, MeetingStatusEnum } from './meetings.enums.js';
import { OneLine } from './one-line.js';

/** What planning and changing a meeting have in common. */
@InputType({ isAbstract: true })
class MeetingWishes {
  @Field(() => Markdown, { nullable: true })
  about?: string | null;

  @Field(() => DateTime, { nullable: true })
  startsAt?: Date | null;

  @Field(() => DateTime, { nullable: true })
  endsAt?: Date | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 500, { message: 'a venue has 1 to 500 characters' })
  venue?: string | null;

  @Field(() => Url, { nullable: true })
  onlineUrl?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'a capacity is 1 to 100,000' })
  @Max(100_000, { message: 'a capacity is 1 to 100,000' })
  capacity?: number | null;
}

@InputType()
export class PlanMeetingInput extends MeetingWishes {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'seriesId is the id of a series' })
  seriesId?: string | null;

  @Field()
  @OneLine('title', 200)
  title!: string;

  @Field(() => MeetingFormatEnum)
  format!: MeetingFormat;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Registrations wait for a decision; left out: they are confirmed at once while there is room.',
  })
  approval?: boolean | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'hostId is the id of a city' })
  hostId?: string | null;
}

@InputType()
export class UpdateMeetingInput extends MeetingWishes {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id is the id of a meeting' })
  id!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @OneLine('title', 200)
  title?: string | null;

  @Field(() => MeetingStatusEnum, { nullable: true })
  status?: MeetingStatus | null;
}
