import { type GroupType } from '#discussions';
import { type MailAddress } from '../message/mail-address.js';
import { type ParsedMail } from '../message/parsed-mail.js';
import { type SenderAuthentication } from '../message/sender-authentication.js';
import { type InboundMessage } from './inbound-message.entity.js';
import { type Findings } from './inbound-messages.js';
import { type MailSender } from './mail-senders.js';

/** A kept mail that has been read, on its way to a decision. */
export interface MailInHand {
  message: InboundMessage;
  mail: ParsedMail;
  address: MailAddress;
  group: GroupType;
  /** Whether an answer may go back at all; see {@link Classification}. */
  answerable: boolean;
}

/** The same once it is known who sent it. */
export interface SentMail extends MailInHand {
  sender: MailSender;
  authentication: SenderAuthentication;
}

/** What is kept of it with the decision. */
export const findings = ({ mail, sender, authentication }: SentMail): Findings => ({
  mail,
  personId: sender.actor.personId,
  authentication,
});
