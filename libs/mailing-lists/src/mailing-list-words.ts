import { registerEnumType } from '@nestjs/graphql';

/** Who may post by mail; what others send is held or refused. */
export const PostingPolicy = {
  MEMBERS_ONLY: 'MEMBERS_ONLY',
  MEMBERS_AND_MODERATED_OTHERS: 'MEMBERS_AND_MODERATED_OTHERS',
  ALL_MODERATED: 'ALL_MODERATED',
  MODERATORS_ONLY: 'MODERATORS_ONLY',
} as const;
export type PostingPolicy = keyof typeof PostingPolicy;

export const HoldReason = {
  NOT_A_MEMBER: 'NOT_A_MEMBER',
  MODERATED: 'MODERATED',
  SUSPECTED_SPAM: 'SUSPECTED_SPAM',
  FAILED_AUTHENTICATION: 'FAILED_AUTHENTICATION',
  TOO_LARGE: 'TOO_LARGE',
  TOO_MANY_RECIPIENTS: 'TOO_MANY_RECIPIENTS',
  IMPLICIT_DESTINATION: 'IMPLICIT_DESTINATION',
} as const;
export type HoldReason = keyof typeof HoldReason;

export const SubscriberStatus = {
  UNCONFIRMED: 'UNCONFIRMED',
  ACTIVE: 'ACTIVE',
  SUSPENDED_BY_BOUNCES: 'SUSPENDED_BY_BOUNCES',
  UNSUBSCRIBED: 'UNSUBSCRIBED',
} as const;
export type SubscriberStatus = keyof typeof SubscriberStatus;

registerEnumType(PostingPolicy, { name: 'PostingPolicy' });
registerEnumType(HoldReason, { name: 'HoldReason' });
registerEnumType(SubscriberStatus, { name: 'SubscriberStatus' });
