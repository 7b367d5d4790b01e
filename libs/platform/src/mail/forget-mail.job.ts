import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { Clock } from '#platform/time';

const keptSeconds = 30 * 24 * 3600;

/** Forgets letters that were sent or refused, and what the outbox shows, after 30 days: both name people's addresses. */
@Injectable()
@JobFor({ name: 'platform.forget-mail', cron: '17 3 * * *' })
export class ForgetMail implements Job {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = this.clock.in(-keptSeconds);
    await this.database.query('delete from outgoing_mail where coalesce(sent_at, failed_at) < $1', [before]);
    await this.database.query('delete from outbox where at < $1', [before]);
  }
}
