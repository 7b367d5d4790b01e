import { Injectable } from '@nestjs/common';
import { type Job, JobFor } from '#platform/jobs';
import { type MailClass } from '../message/classify-mail.js';
import { MailRefusal } from '../message/mail.refusals.js';
import { DeliveryReports } from './delivery-reports.js';
import { InboundMessages } from './inbound-messages.js';
import { MailCommands } from './mail-commands.js';
import { type MailInHand, type SentMail } from './mail-in-hand.js';
import { MailOpener } from './mail-opener.js';
import { takeInMail } from './mail-receipt.js';
import { OwnerMail } from './owner-mail.js';
import { PostByMail } from './post-by-mail.js';

/** A DNS that doesn't answer is asked again this often before the sender counts as not authenticated. */
const dnsAttempts = 4;

/**
 * Takes a kept mail through reading, classing and authenticating, which change nothing and may be repeated at will, to one
 * transaction that decides about it and does what was decided. However often it runs, a mail is decided once.
 */
@Injectable()
@JobFor({ name: takeInMail })
export class TakeInMail implements Job<{ id: string }> {
  constructor(
    private readonly messages: InboundMessages,
    private readonly opener: MailOpener,
    private readonly posting: PostByMail,
    private readonly commands: MailCommands,
    private readonly owners: OwnerMail,
    private readonly reports: DeliveryReports,
  ) {}

  async run({ id }: { id: string }, attempt: number): Promise<void> {
    const message = await this.messages.find(id, 'RECEIVED');
    if (!message) return;
    try {
      const opened = await this.opener.open(message);
      if (opened) await this.act(opened.hand, opened.found, attempt);
      else await this.messages.settle(message, {}, { status: 'REFUSED', refusal: 'NO_SUCH_LIST' });
    } catch (error) {
      if (!(error instanceof MailRefusal)) throw error;
      await this.messages.settle(message, {}, { status: 'REFUSED', refusal: error.kind });
    }
  }

  private async act(hand: MailInHand, found: MailClass, attempt: number): Promise<void> {
    switch (found.kind) {
      case 'BOUNCE':
        return this.reports.bounce(hand);
      case 'COMPLAINT':
        return this.reports.complaint(hand);
      case 'AUTO_REPLY':
      case 'OWN_MAIL':
        return this.messages.settle(hand.message, { mail: hand.mail }, { status: 'IGNORED', refusal: found.kind });
      case 'TO_OWNER':
        return this.owners.passOn(await this.sent(hand, attempt));
      case 'COMMAND':
        return this.commands[found.command](await this.sent(hand, attempt));
      case 'POST':
        return this.posting.take(await this.sent(hand, attempt));
    }
  }

  private async sent(hand: MailInHand, attempt: number): Promise<SentMail> {
    const sent = await this.opener.findSender(hand);
    if (sent.authentication.verdict === 'UNKNOWN' && attempt < dnsAttempts) {
      throw new Error('The DNS did not answer about the sender.');
    }
    return sent;
  }
}
