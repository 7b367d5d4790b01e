import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, NodeInterface, OfViewer } from '#platform/graphql';
import { MembershipRole, MembershipStatus } from './membership.enums.js';

@ObjectType('Membership', { implements: () => [NodeInterface] })
export class MembershipType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field(() => MembershipRole)
  role!: MembershipRole;

  @Field(() => MembershipStatus)
  status!: MembershipStatus;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => DateTime, { description: 'When it was asked for, and once it is confirmed, when that was.' })
  since!: Date;

  @OfViewer()
  @Field()
  viewerCanConfirm!: boolean;

  @OfViewer()
  @Field()
  viewerCanEnd!: boolean;
}

export const [MembershipConnection, MembershipEdge] = connectionOf('Membership', () => MembershipType);
