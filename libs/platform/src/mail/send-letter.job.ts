import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { Clock } from '#platform/time';
import { sendLetterJob } from './letters.js';
import { MailRefused, MailTransport } from './mail-transport.js';

/** Sends one letter. A permanent no is kept with the letter; anything else is tried again by the queue. */
@Injectable()
@JobFor({ name: sendLetterJob })
export class SendLetter implements Job<{ id: string }> {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
  ) {}

  async run({ id }: { id: string }): Promise<void> {
    const letter = await this.database.one<{ recipient: string; raw: Buffer }>(
      'update outgoing_mail set attempts = attempts + 1 where id = $1 and sent_at is null and failed_at is null returning recipient, raw',
      [id],
    );
    if (!letter) return;
    try {
      await this.transport.deliver({ from: `noreply@${this.config.mailDomain}`, to: letter.recipient }, letter.raw);
    } catch (error) {
      const permanent = error instanceof MailRefused && error.permanent;
      await this.database.query('update outgoing_mail set last_error = $2, failed_at = $3 where id = $1', [
        id,
        (error as Error).message.slice(0, 500),
        permanent ? this.clock.now() : null,
      ]);
      if (permanent) return;
      throw error;
    }
    // What was said in a letter that has gone out, tokens among it, is not kept.
    await this.database.query(`update outgoing_mail set sent_at = $2, raw = '' where id = $1`, [id, this.clock.now()]);
  }
}
