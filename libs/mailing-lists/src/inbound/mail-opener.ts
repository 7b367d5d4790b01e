import { Injectable } from '@nestjs/common';
import { GroupQueries } from '#discussions';
import { ListAddresses } from '../list-addresses.js';
import { classifyMail, type MailClass } from '../message/classify-mail.js';
import { type InboundMessage } from './inbound-message.entity.js';
import { type MailInHand, type SentMail } from './mail-in-hand.js';
import { MailReader } from './mail-reader.js';
import { MailSenders } from './mail-senders.js';

/** Reads kept mail and finds out what and whose it is. Changes nothing, so that it can be repeated at will. */
@Injectable()
export class MailOpener {
  constructor(
    private readonly addresses: ListAddresses,
    private readonly groups: GroupQueries,
    private readonly reader: MailReader,
    private readonly senders: MailSenders,
  ) {}

  /** Null where the group is gone. Throws a {@link MailRefusal} for a mail that isn't worth reading. */
  async open(message: InboundMessage): Promise<{ hand: MailInHand; found: MailClass } | null> {
    const address = this.addresses.parse(message.address);
    const group = await this.groups.byId(message.groupId);
    if (!address || !group) return null;
    const read = await this.reader.read(message.raw);
    const mail = { ...read, messageId: read.messageId ?? `<${message.id}@in.${this.addresses.domain}>` };
    const ours = (listId: string) => listId.endsWith(`.${this.addresses.domain}`);
    const { class: found, answerable } = classifyMail(mail, { mailFrom: message.mailFrom, address }, ours);
    return { hand: { message, mail, address, group, answerable }, found };
  }

  /** Asks the DNS, unless it was asked before or the host is trusted. */
  async findSender(hand: MailInHand): Promise<SentMail> {
    const { message, mail } = hand;
    const origin = { ip: message.clientIp, helo: message.helo, mailFrom: message.mailFrom };
    const authentication = message.authentication ?? (await this.reader.authenticate(message.raw, mail, origin));
    return { ...hand, authentication, sender: await this.senders.find(mail.from, message.groupId) };
  }
}
