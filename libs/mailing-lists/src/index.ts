/**
 * The mail side of groups: an address for each group and thread, mail in and out, held mail, unsubscription.
 *
 * - Mail comes in by `MailDoors` and goes out on every `PostAdded`; nothing need be called for either.
 * - `MessageHeld` and `HeldMessageDecided` tell moderators' inboxes what waits.
 */
export { MailDns } from './inbound/mail-dns.js';
export { MailDoors } from './inbound/mail-doors.js';
export { ListAddresses } from './list-addresses.js';
export { HeldMessageDecided, MessageHeld } from './mailing-lists.events.js';
export { MailingListsModule } from './mailing-lists.module.js';
export { mailingListsSchema } from './mailing-lists.schema.js';
export { MailingLists } from './mailing-lists.service.js';
export { MailingListType } from './mailing-list.type.js';
