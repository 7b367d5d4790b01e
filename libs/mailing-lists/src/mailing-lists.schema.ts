import { type LibSchema } from '#platform/database';
import { mailingListsMigrations } from '../migrations/index.js';
import { InboundMessage } from './inbound/inbound-message.entity.js';
import { MailingList } from './mailing-list.entity.js';
import { ComposedMail, Delivery, DeliveryTrace } from './outbound/delivery.entity.js';

/** What mailing lists add to the database. */
export const mailingListsSchema: LibSchema = {
  entities: [MailingList, InboundMessage, Delivery, ComposedMail, DeliveryTrace],
  migrations: mailingListsMigrations,
};
