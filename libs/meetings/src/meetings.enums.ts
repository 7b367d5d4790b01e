import { registerEnumType } from '@nestjs/graphql';
import { MeetingFormat, MeetingStatus } from './meeting-status.js';
import { SessionKind } from './session-kind.js';

export const ConflictKind = {
  ROOM_CLASH: 'ROOM_CLASH',
  PERSON_CLASH: 'PERSON_CLASH',
  OUTSIDE_MEETING: 'OUTSIDE_MEETING',
  OVER_CAPACITY: 'OVER_CAPACITY',
  MISSING_STANDING_ITEM: 'MISSING_STANDING_ITEM',
  MISSING_FEATURE: 'MISSING_FEATURE',
  UNSCHEDULED: 'UNSCHEDULED',
  ATTENDEE_CLASH: 'ATTENDEE_CLASH',
} as const;
export type ConflictKind = keyof typeof ConflictKind;

registerEnumType(MeetingFormat, { name: 'MeetingFormat' });
registerEnumType(MeetingStatus, { name: 'MeetingStatus' });
registerEnumType(SessionKind, { name: 'SessionKind' });
registerEnumType(ConflictKind, { name: 'ConflictKind' });

export { MeetingFormat as MeetingFormatEnum, MeetingStatus as MeetingStatusEnum, SessionKind as SessionKindEnum };
