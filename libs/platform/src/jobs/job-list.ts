import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { NotFound } from '#platform/refusals';

export interface WaitingJob {
  id: string;
  name: string;
  payload: unknown;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  runAt: Date;
  dead: boolean;
}

/** What an operator sees of the queue, and the way back for jobs that died. */
@Injectable()
export class JobList {
  constructor(private readonly database: Database) {}

  /** The oldest 200 jobs that wait, or of them those that have used up their attempts. */
  list(deadOnly: boolean): Promise<WaitingJob[]> {
    return this.database.query<WaitingJob>(
      `select j.id::text, t.identifier as name, j.payload, j.attempts, j.max_attempts as "maxAttempts",
              j.last_error as "lastError", j.run_at as "runAt", j.attempts >= j.max_attempts and j.locked_at is null as dead
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where not $1 or (j.attempts >= j.max_attempts and j.locked_at is null)
       order by j.id limit 200`,
      [deadOnly],
    );
  }

  /** Gives a job all its attempts again, starting now; refused as NOT_FOUND where no such job waits. */
  async retry(id: string): Promise<void> {
    if (!/^\d{1,18}$/.test(id)) throw new NotFound('job');
    const retried = await this.database.query(
      `select id from graphile_worker.reschedule_jobs(array[$1::bigint], run_at => now(), attempts => 0)`,
      [id],
    );
    if (retried.length === 0) throw new NotFound('job');
  }

  /** How many wait and how many are dead, for the metrics. */
  async counts(): Promise<{ waiting: number; dead: number }> {
    const counts = await this.database.one<{ waiting: number; dead: number }>(
      `select count(*) filter (where attempts < max_attempts)::int as waiting,
              count(*) filter (where attempts >= max_attempts and locked_at is null)::int as dead
       from graphile_worker._private_jobs`,
    );
    return counts ?? { waiting: 0, dead: 0 };
  }
}
