import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { Clock, localDate } from '#platform/time';

const day = 86_400;
const keepRefusedDays = 90;
const keepComposedDays = 7;

/** Forgets, each night, what is of no use any more: originals of refused mail, composed mail that has gone out, counts of answers. */
@Injectable()
@JobFor({ name: 'mailing-lists.sweep', cron: '17 3 * * *' })
export class SweepMail implements Job {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.database.query(`delete from mail_answer where day < $1`, [localDate(this.clock.in(-2 * day), 'UTC')]);
    await this.database.query(
      `update inbound_message set raw = '' where status in ('REFUSED', 'IGNORED', 'DUPLICATE') and decided_at < $1 and length(raw) > 0`,
      [this.clock.in(-keepRefusedDays * day)],
    );
    await this.database.query(
      `delete from post_mail m where not exists (
         select 1 from delivery d where d.post_mail_id = m.id
           and (d.status in ('WAITING', 'SENDING') or d.created_at >= $1))`,
      [this.clock.in(-keepComposedDays * day)],
    );
  }
}
