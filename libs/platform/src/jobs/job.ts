import { SetMetadata } from '@nestjs/common';

export const jobKey = Symbol('job');

/** Work outside a request, added in a transaction by `tx.addJob`. It may run more than once: make it idempotent. */
export interface Job<Payload = unknown> {
  run(payload: Payload, attempt: number): Promise<void>;
}

export interface JobOptions {
  /** Stored with each job; never renamed while jobs wait. */
  name: string;
  /** Also runs by itself at these times (five fields, UTC). */
  cron?: string;
}

/** Marks a provider as the program of a kind of job. */
export const JobFor = (options: JobOptions): ClassDecorator => SetMetadata(jobKey, options);
