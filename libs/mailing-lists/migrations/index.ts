import { MailingLists1763760001000 } from './1763760001000-mailing-lists.js';
import { InboundMessages1763760002000 } from './1763760002000-inbound-messages.js';
import { Deliveries1763760003000 } from './1763760003000-deliveries.js';

/** The migrations of mailing lists, in order. */
export const mailingListsMigrations = [
  MailingLists1763760001000,
  InboundMessages1763760002000,
  Deliveries1763760003000,
];
