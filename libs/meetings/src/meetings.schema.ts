import { type LibSchema } from '#platform/database';
import { meetingsMigrations } from '../migrations/index.js';
import { AgendaSession, Room } from './agenda-session.entity.js';
import { Meeting } from './meeting.entity.js';
import { MeetingSeries, StandingItem } from './series.entity.js';

export const meetingsSchema: LibSchema = {
  entities: [MeetingSeries, StandingItem, Meeting, Room, AgendaSession],
  migrations: meetingsMigrations,
};
