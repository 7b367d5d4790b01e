import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Markdown, NodeInterface, TimeZone, Url } from '#platform/graphql';
import { type MeetingFormat, type MeetingStatus } from './meeting-status.js';
import { MeetingFormatEnum, MeetingStatusEnum } from './meetings.enums.js';

@ObjectType('Meeting', { implements: () => [NodeInterface] })
export class MeetingType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  slug!: string;

  @Field()
  title!: string;

  @Field(() => Markdown, { nullable: true })
  about!: string | null;

  @Field(() => MeetingFormatEnum)
  format!: MeetingFormat;

  @Field(() => MeetingStatusEnum)
  status!: MeetingStatus;

  @Field(() => DateTime, { nullable: true })
  startsAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  endsAt!: Date | null;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => String, { nullable: true })
  venue!: string | null;

  @Field(() => Url, { nullable: true })
  onlineUrl!: string | null;

  @Field(() => Int, { nullable: true })
  capacity!: number | null;
}

export const [MeetingConnection, MeetingEdge] = connectionOf('Meeting', () => MeetingType);
