import { Injectable } from '@nestjs/common';
import { type Transaction } from '#platform/database';
import { Language, type Message } from '#platform/language';
import { Letters } from '#platform/mail';
import { Clock, localDate } from '#platform/time';
import { displayName, headerText } from '../message/header-text.js';
import { OurMailPlaces } from '../outbound/mail-places.js';
import { yourMailTo, yourText } from '../mailing-lists.messages.js';
import { type SentMail } from './mail-in-hand.js';

const longestReturn = 20_000;

/** What an answer says. Its `kind` is never renamed: it is what answers are counted by. */
export interface MailAnswer {
  kind: string;
  message: Message;
  values?: Record<string, unknown>;
  returnsText?: boolean;
}

/**
 * Answers to mail: at most one for each sender, kind and day, and none to machines, lists, null senders and addresses that
 * were not authenticated, so that nobody is mailed because somebody else wrote their address into From (RFC 3834, 2).
 */
@Injectable()
export class MailAnswers {
  constructor(
    private readonly letters: Letters,
    private readonly language: Language,
    private readonly places: OurMailPlaces,
    private readonly clock: Clock,
  ) {}

  /** Says the answer and where it goes on on the web, with the person's own text where that went nowhere. */
  async give(tx: Transaction, sent: SentMail, { kind, message, values, returnsText }: MailAnswer): Promise<void> {
    const to = sent.mail.from?.address;
    if (to === undefined || !sent.answerable || sent.authentication.verdict !== 'AUTHENTICATED') return;
    if (!(await this.firstToday(tx, to, kind))) return;
    const { slug, name } = sent.group;
    const say = (said: Message, more?: Record<string, unknown>) =>
      this.language.say(sent.sender.actor.locale, said, more);
    const list = displayName(name) || slug;
    const { addresses, publicUrl } = this.places;
    const reason = say(message, {
      list,
      join: addresses.command(slug, 'join'),
      owner: addresses.command(slug, 'owner'),
      ...values,
    });
    const own = returnsText ? sent.mail.text.trim().slice(0, longestReturn).toWellFormed() : '';
    const parts = [reason, `${publicUrl}/groups/${slug}`, ...(own === '' ? [] : [`${say(yourText)}\n\n${own}`])];
    await this.letters.write(tx, {
      to,
      subject: say(yourMailTo, { list, subject: headerText(sent.mail.subject, 120) }),
      text: `${parts.join('\n\n')}\n`,
      headers: { 'Auto-Submitted': 'auto-replied', ...answering(sent.mail.messageId) },
    });
  }

  private async firstToday(tx: Transaction, recipient: string, kind: string): Promise<boolean> {
    const rows = await tx.query(
      'insert into mail_answer (recipient, kind, day) values ($1, $2, $3) on conflict do nothing returning kind',
      [recipient.toLowerCase(), kind, localDate(this.clock.now(), 'UTC')],
    );
    return rows.length > 0;
  }
}

function answering(messageId: string | null): Record<string, string> {
  return messageId === null ? {} : { 'In-Reply-To': messageId, References: messageId };
}
