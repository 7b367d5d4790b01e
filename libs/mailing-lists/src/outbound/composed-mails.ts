import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type ComposedPostMail } from './outgoing-mail.js';

const kept = 20;

/** The composed mails, by id; the last few stay at hand, since thousands of recipients share one. */
@Injectable()
export class ComposedMails {
  private readonly atHand = new Map<string, ComposedPostMail>();

  constructor(private readonly database: Database) {}

  async find(id: string): Promise<ComposedPostMail> {
    const known = this.atHand.get(id);
    if (known) return known;
    const mail = await this.database.one<ComposedPostMail>(
      `select group_slug as "group", message_id as "messageId", subject, raw from post_mail where id = $1`,
      [id],
    );
    if (!mail) throw new Error(`The composed mail ${id} is gone although a delivery needs it.`);
    this.atHand.set(id, mail);
    const [oldest] = this.atHand.keys();
    if (this.atHand.size > kept && oldest !== undefined) this.atHand.delete(oldest);
    return mail;
  }
}
