import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type Connection, PageArgs } from '#platform/graphql';
import { type Meeting } from './meeting.entity.js';
import { PlanMeetingInput, UpdateMeetingInput } from './meeting.input.js';
import { Meetings } from './meeting.queries.js';
import { MeetingService } from './meeting.service.js';
import { MeetingConnection, MeetingType } from './meeting.type.js';

@ArgsType()
class WhichMeeting {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'id is the id of a meeting' })
  id?: string | null;

  @Field(() => String, { nullable: true })
  slug?: string | null;
}

@ArgsType()
class MeetingsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: those to come, the next one first. False: those that are over. Left out: all, the latest first.',
  })
  upcoming?: boolean | null;
}

@Resolver(() => MeetingType)
export class MeetingResolver {
  constructor(
    private readonly meetings: Meetings,
    private readonly service: MeetingService,
  ) {}

  @Public()
  @Query(() => MeetingType, { nullable: true })
  meeting(@CurrentActor() actor: Actor, @Args() which: WhichMeeting): Promise<Meeting | null> {
    return this.meetings.find(actor, which);
  }

  @Public()
  @Query(() => MeetingConnection, { name: 'meetings' })
  page(@CurrentActor() actor: Actor, @Args() { upcoming, ...wish }: MeetingsArgs): Promise<Connection<Meeting>> {
    return this.meetings.page(actor, wish, upcoming ?? null);
  }

  @SignedIn()
  @Mutation(() => MeetingType)
  planMeeting(@CurrentActor() actor: Actor, @Args('input') input: PlanMeetingInput): Promise<Meeting> {
    return this.service.plan(actor, input);
  }

  @SignedIn()
  @Mutation(() => MeetingType)
  updateMeeting(@CurrentActor() actor: Actor, @Args('input') input: UpdateMeetingInput): Promise<Meeting> {
    return this.service.update(actor, input);
  }
}
