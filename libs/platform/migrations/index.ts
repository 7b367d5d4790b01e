import { Events1763700001000 } from './1763700001000-events.js';
import { Files1763700002000 } from './1763700002000-files.js';
import { OutgoingMail1763700003000 } from './1763700003000-outgoing-mail.js';
import { RateLimits1763700004000 } from './1763700004000-rate-limits.js';

/** The migrations of the ground floor, in order. */
export const platformMigrations = [
  Events1763700001000,
  Files1763700002000,
  OutgoingMail1763700003000,
  RateLimits1763700004000,
];
