import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { Storage } from '#platform/storage';
import { Clock } from '#platform/time';
import { forgottenAfterSeconds } from '../sign-in/attempt-waits.js';
import { signUpLapsesAfterSeconds } from '../credentials/link-tokens.js';
import { keyOfExport } from './personal-exports.js';

/** What has ended is kept so long, for the person's own export. */
const keptAfterEndSeconds = 30 * 24 * 3600;

/** Takes away what has had its time: sign-ups that nobody verified, ended credentials, links, counted attempts. */
@Injectable()
@JobFor({ name: 'people.sweep', cron: '17 * * * *' })
export class SweepPeople implements Job {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = (seconds: number) => [this.clock.in(-seconds)];
    const { database } = this;
    await database.query(
      'delete from person where verified_at is null and erased_at is null and joined_at < $1',
      before(signUpLapsesAfterSeconds),
    );
    const ended = before(keptAfterEndSeconds);
    await database.query('delete from session where expires_at < $1 or revoked_at < $1', ended);
    await database.query('delete from access_token where revoked_at < $1', ended);
    await database.query('delete from link_token where expires_at < $1', before(0));
    await database.query('delete from sign_in_attempt where failed_at < $1', before(forgottenAfterSeconds));
  }
}

export const removeExportsJob = 'people.remove-exports';

/** Removes exports that have expired, bytes first: a run that dies is done again by the next. */
@Injectable()
@JobFor({ name: removeExportsJob, cron: '47 * * * *' })
export class RemoveExports implements Job {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
  ) {}

  async run(): Promise<void> {
    const expired = await this.database.query<{ id: string }>(
      'select id from personal_export where expires_at <= $1 order by expires_at limit 1000',
      [this.clock.now()],
    );
    for (const { id } of expired) {
      await this.storage.remove(keyOfExport(id));
      await this.database.query('delete from personal_export where id = $1', [id]);
    }
  }
}
