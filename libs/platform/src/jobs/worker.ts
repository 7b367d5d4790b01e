import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Logger, type LogFunctionFactory, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import { PinoLogger } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { Config } from '#platform/config';
import { Database, poolOf } from '#platform/database';
import { Handlers } from '#platform/events';
import { type Job, jobKey, type JobOptions } from './job.js';
import { JobsOfTheDead } from './jobs-of-the-dead.js';

const concurrency = 4;

/** Runs jobs where this process has the role `worker`: retried with growing pauses, dead after their last attempt. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnApplicationShutdown {
  private runner: Runner | null = null;
  private readonly dead: JobsOfTheDead;

  constructor(
    private readonly config: Config,
    private readonly source: DataSource,
    private readonly database: Database,
    private readonly handlers: Handlers,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Worker.name);
    this.dead = new JobsOfTheDead(source, database, (err) =>
      logger.warn({ err }, 'jobs of the dead could not be freed'),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.has('worker')) return;
    const jobs = this.jobs();
    this.runner = await run({
      pgPool: poolOf(this.source),
      concurrency,
      noHandleSignals: true,
      pollInterval: 1000,
      taskList: this.tasks(jobs),
      parsedCronItems: parseCronItems(
        jobs.flatMap(({ options }) =>
          options.cron ? [{ task: options.name, match: options.cron, options: { backfillPeriod: 0 } }] : [],
        ),
      ),
      logger: new Logger(this.logTo()),
      events: this.dead.events,
    });
    await this.dead.start();
  }

  /** Lets the jobs under way finish. */
  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    await this.dead.stop();
  }

  private jobs(): { job: Job; options: JobOptions }[] {
    return this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const options = metatype ? this.reflector.get<JobOptions | undefined>(jobKey, metatype) : undefined;
      return options ? [{ job: instance as Job, options }] : [];
    });
  }

  private tasks(jobs: { job: Job; options: JobOptions }[]): TaskList {
    const tasks: TaskList = {
      'handle-event': async (payload) => this.handleEvent(payload as { handler: string; eventId: string }),
    };
    for (const { job, options } of jobs) {
      tasks[options.name] = async (payload, { job: { attempts } }) => job.run(payload, attempts);
    }
    return tasks;
  }

  private async handleEvent({ handler, eventId }: { handler: string; eventId: string }): Promise<void> {
    const event = await this.database.one<{ id: string; name: string; at: Date; facts: object }>(
      'select id, name, at, facts from event where id = $1',
      [eventId],
    );
    const handles = this.handlers.named(handler);
    if (!event) return;
    if (!handles) throw new Error(`No handler is called ${handler}; it was renamed while jobs for it waited.`);
    await handles.handle(event);
  }

  private logTo(): LogFunctionFactory {
    return () => (level, message, meta) => {
      const told = level === 'warning' ? 'warn' : level === 'info' ? 'debug' : level;
      this.logger[told]({ job: meta?.['job'] ? (meta['job'] as { id: string }).id : undefined }, message);
    };
  }
}
