import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PinoLogger } from 'nestjs-pino';
import { poolOf, RelayBell } from '#platform/database';
import { Clock } from '#platform/time';
import { Bus } from './bus.js';
import { Handlers } from './handlers.js';

const batch = 200;
const roundMillis = 500;

interface Announced {
  id: string;
  name: string;
  topics: string[] | null;
}

/**
 * Announces committed events: adds a job for each handler and wakes the live readers of each topic. Every process runs
 * one; a ring after a local commit starts a round at once, and a round each half second takes over from those that died.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly bell: RelayBell,
    private readonly bus: Bus,
    private readonly handlers: Handlers,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Relay.name);
  }

  onApplicationBootstrap(): void {
    this.bell.onRing(() => this.wake());
    this.timer = setInterval(() => this.wake(), roundMillis);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopped = true;
    await this.running;
  }

  /** Starts a round now, or one more after the round under way. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.rounds().finally(() => {
      this.running = null;
    });
  }

  private async rounds(): Promise<void> {
    do {
      this.again = false;
      try {
        while (!this.stopped && (await this.relayBatch()) === batch);
      } catch (error) {
        this.logger.warn({ err: error as Error }, 'the relay failed and will try again');
        return;
      }
    } while (this.again && !this.stopped);
  }

  /** Announces the oldest events that no other process is announcing; answers how many there were. */
  private async relayBatch(): Promise<number> {
    const client = await poolOf(this.source).connect();
    let events: Announced[];
    try {
      await client.query('begin');
      const taken = await client.query<Announced>(
        `select e.id, e.name, (select array_agg(t.topic) from topic_event t where t.event_id = e.id) as topics
         from event e where e.relayed_at is null order by e.id limit ${batch} for update of e skip locked`,
      );
      events = taken.rows;
      if (events.length > 0) {
        const jobs = events.flatMap((event) =>
          this.handlers.namesFor(event.name).map((handler) => ({ handler, eventId: event.id })),
        );
        if (jobs.length > 0) {
          await client.query(
            `select graphile_worker.add_job('handle-event', j, job_key => (j->>'handler') || ':' || (j->>'eventId'), max_attempts => 12)
             from json_array_elements($1::json) as j`,
            [JSON.stringify(jobs)],
          );
        }
        await client.query('update event set relayed_at = $2 where id = any($1)', [
          events.map((event) => event.id),
          this.clock.now(),
        ]);
      }
      await client.query('commit');
    } catch (error) {
      client.release(error as Error); // closes the connection, and with it the transaction
      throw error;
    }
    client.release();
    const topics = [...new Set(events.flatMap((event) => event.topics ?? []))];
    if (topics.length > 0) await this.bus.publish(topics);
    return events.length;
  }
}
