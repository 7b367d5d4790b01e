import { Injectable } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { Config } from '#platform/config';
import { newId, type Transaction } from '#platform/database';
import { Clock } from '#platform/time';

/** A mail to one person, in their language. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
}

export const sendLetterJob = 'platform.send-letter';

/** Mail to single people, such as links to sign in: kept with the change that caused it, sent after the commit. */
@Injectable()
export class Letters {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async write(tx: Transaction, letter: Letter): Promise<void> {
    const id = newId();
    const { mailDomain } = this.config;
    const composer = new MailComposer({
      from: { name: 'Gemina', address: `noreply@${mailDomain}` },
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      date: this.clock.now(),
      messageId: `<${id}@${mailDomain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...letter.headers },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const raw = await composer.compile().build();
    await tx.query('insert into outgoing_mail (id, recipient, raw, created_at) values ($1, $2, $3, $4)', [
      id,
      letter.to,
      raw,
      this.clock.now(),
    ]);
    await tx.addJob(sendLetterJob, { id }, { key: `letter:${id}`, urgent: true });
  }
}
