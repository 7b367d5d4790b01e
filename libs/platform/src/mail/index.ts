export { type Letter, Letters } from './letters.js';
export { MailModule } from './mail.module.js';
export { type Envelope, MailRefused, MailTransport } from './mail-transport.js';
export { Outbox, type OutboxEntry, type OutboxMessage } from './outbox.js';
