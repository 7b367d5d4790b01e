import { registerEnumType } from '@nestjs/graphql';

export const GroupKind = {
  COMMUNITY: 'COMMUNITY',
  WORKING_GROUP: 'WORKING_GROUP',
  TWINNING: 'TWINNING',
  MEETING: 'MEETING',
} as const;
export type GroupKind = keyof typeof GroupKind;

/** PUBLIC: everyone reads. MEMBERS: people with a verified address read and may join. PRIVATE: its members only, and nobody else learns that it exists. */
export const Visibility = { PUBLIC: 'PUBLIC', MEMBERS: 'MEMBERS', PRIVATE: 'PRIVATE' } as const;
export type Visibility = keyof typeof Visibility;

export const DeliveryMode = {
  EVERY_POST: 'EVERY_POST',
  DAILY_DIGEST: 'DAILY_DIGEST',
  WEEKLY_DIGEST: 'WEEKLY_DIGEST',
  MENTIONS_ONLY: 'MENTIONS_ONLY',
  NOTHING: 'NOTHING',
} as const;
export type DeliveryMode = keyof typeof DeliveryMode;

registerEnumType(GroupKind, { name: 'GroupKind' });
registerEnumType(Visibility, { name: 'Visibility' });
registerEnumType(DeliveryMode, { name: 'DeliveryMode' });
