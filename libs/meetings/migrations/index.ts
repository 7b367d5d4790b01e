import { Meetings1763750001000 } from './1763750001000-meetings.js';
import { Agendas1763750002000 } from './1763750002000-agendas.js';

/** The migrations of meetings, in order. */
export const meetingsMigrations = [Meetings1763750001000, Agendas1763750002000];
