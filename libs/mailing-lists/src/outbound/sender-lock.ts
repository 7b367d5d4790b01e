import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PoolClient } from 'pg';
import { Database, poolOf } from '#platform/database';

/** First key of the advisory locks by which sending processes show that they live. */
export const senderLockClass = 7_620_431;

/**
 * A number for this process, held as an advisory lock on a connection of its own: the moment that the process or the
 * connection ends, others see it and take over what it was sending, without waiting for any lease to run out.
 */
@Injectable()
export class SenderLock {
  #client: PoolClient | null = null;
  #number: number | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
  ) {}

  /** The number under which this process sends now. A new one after the connection was lost. */
  async number(): Promise<number> {
    if (this.#number !== null) return this.#number;
    const client = await poolOf(this.source).connect();
    client.once('error', () => this.#lose(client));
    client.once('end', () => this.#lose(client));
    const taken = await client.query<{ number: number }>(`select nextval('mail_sender')::int as number`);
    const number = taken.rows[0]?.number ?? 0;
    await client.query('select pg_advisory_lock($1, $2)', [senderLockClass, number]);
    this.#client = client;
    this.#number = number;
    return number;
  }

  /** Gives back to the queue what processes were sending that live no more; answers how many mails that were. */
  async takeOverFromTheDead(now: Date): Promise<number> {
    const rows = await this.database.query(
      `update delivery set status = 'WAITING', sender = null, next_attempt_at = $2
       where status = 'SENDING' and sender not in (
         select objid::int from pg_locks where locktype = 'advisory' and classid = $1::oid and granted
           and database = (select oid from pg_database where datname = current_database()))
       returning id`,
      [senderLockClass, now],
    );
    return rows.length;
  }

  release(): void {
    const client = this.#client;
    this.#client = null;
    this.#number = null;
    client?.release(true);
  }

  #lose(client: PoolClient): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#number = null;
    client.release(true);
  }
}
