import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { type Database, LifeLock, lives } from '#platform/database';

const roundMillis = 5000;

/**
 * Frees the jobs that killed processes had begun, within seconds; graphile-worker alone would let them lie for four hours.
 * A job is marked with the id of its process's worker pool, and the process keeps a {@link LifeLock} of that name.
 */
export class JobsOfTheDead {
  /** To be given to the runner: tells the id of its pool. */
  readonly events: WorkerEvents = new EventEmitter();
  private life: LifeLock | null = null;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    source: DataSource,
    private readonly database: Database,
    private readonly onFault: (error: Error) => void,
  ) {
    this.events.on('pool:create', ({ workerPool }) => {
      this.life = new LifeLock(source, workerPool.id);
    });
  }

  /** To be called once the runner has been made. The moment that it lacks its lock costs a job run twice at the worst. */
  async start(): Promise<void> {
    await this.life?.hold();
    await this.free();
    this.timer = setInterval(() => {
      this.round = this.round.then(() => this.free());
    }, roundMillis);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
    this.life?.release();
  }

  private async free(): Promise<void> {
    try {
      await this.life?.hold();
      await this.database.query(
        `select graphile_worker.force_unlock_workers(array_agg(dead.id)) from (
           select locked_by as id from graphile_worker._private_jobs j where locked_by is not null and not ${lives('j.locked_by')}
           union
           select locked_by from graphile_worker._private_job_queues q where locked_by is not null and not ${lives('q.locked_by')}
         ) dead having count(*) > 0`,
      );
    } catch (error) {
      this.onFault(error as Error);
    }
  }
}
