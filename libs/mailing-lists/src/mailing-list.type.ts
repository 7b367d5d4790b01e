import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { DeliveryMode, GroupType } from '#discussions';
import { PersonType } from '#people';
import { connectionOf, DateTime, EmailAddress, NodeInterface, OfViewer } from '#platform/graphql';
import { HoldReason, PostingPolicy, SubscriberStatus } from './mailing-list-words.js';

@ObjectType('ListSubscriber', { implements: () => [NodeInterface] })
export class ListSubscriberType extends NodeInterface {
  @Field(() => ID)
  declare id: string;
  @Field(() => EmailAddress, {
    nullable: true,
    description: 'Of a subscriber without an account; who has one keeps their address to themselves.',
  })
  email!: string | null;
  @Field(() => PersonType, { nullable: true })
  person!: PersonType | null;
  @Field(() => DeliveryMode)
  delivery!: DeliveryMode;
  @Field(() => SubscriberStatus)
  status!: SubscriberStatus;
  @Field()
  bounceScore!: number;
  @Field(() => DateTime)
  since!: Date;
  readonly personId!: string;
}

@ObjectType('HeldMessage', { implements: () => [NodeInterface], description: 'A mail that waits for a moderator.' })
export class HeldMessageType extends NodeInterface {
  @Field(() => ID)
  declare id: string;
  @Field({ description: 'Name and address as the mail gives them.' })
  from!: string;
  @Field()
  subject!: string;
  @Field()
  excerpt!: string;
  @Field(() => HoldReason)
  reason!: HoldReason;
  @Field(() => DateTime)
  receivedAt!: Date;
  readonly groupId!: string;
}

export const [ListSubscriberConnection, ListSubscriberEdge] = connectionOf('ListSubscriber', () => ListSubscriberType);
export const [HeldMessageConnection, HeldMessageEdge] = connectionOf('HeldMessage', () => HeldMessageType);

@ObjectType('MailingList', { implements: () => [NodeInterface] })
export class MailingListType extends NodeInterface {
  @Field(() => ID)
  declare id: string;
  @Field(() => GroupType)
  group!: GroupType;
  @Field(() => EmailAddress, { description: 'Where members post.' })
  address!: string;
  @Field({ description: 'RFC 2919 List-Id.' })
  listId!: string;
  @Field(() => PostingPolicy)
  policy!: PostingPolicy;
  @Field(() => Int, { description: 'Members who get mail, in whatever mode.' })
  subscriberCount!: number;
  @OfViewer()
  @Field(() => ListSubscriberConnection, { description: 'For moderators.' })
  subscribers!: InstanceType<typeof ListSubscriberConnection>;
  @OfViewer()
  @Field(() => HeldMessageConnection, { description: 'For moderators.' })
  held!: InstanceType<typeof HeldMessageConnection>;
  readonly groupId!: string;
  readonly heldCount!: number;
}

@ObjectType('DeliveryTrace')
export class DeliveryTraceType {
  @Field(() => Int)
  recipients!: number;
  @Field(() => Int)
  delivered!: number;
  @Field(() => Int)
  waiting!: number;
  @Field(() => Int)
  failed!: number;
}

@InputType()
export class UpdateMailingListInput {
  @Field(() => ID)
  @IsUUID()
  groupId!: string;
  @Field(() => PostingPolicy, { nullable: true })
  @IsOptional()
  policy?: PostingPolicy | null;
}
