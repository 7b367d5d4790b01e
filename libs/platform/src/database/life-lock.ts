import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './open-data-source.js';

/** First key of the advisory locks by which processes show that they live. */
const lockClass = 471_120_003;

/**
 * A sign of life of this process: an advisory lock on a connection of its own. The moment that the process dies the database
 * lets go of it, and others may take over what was marked with `name`, without waiting for any lease to run out.
 */
export class LifeLock {
  private client: PoolClient | null = null;

  constructor(
    private readonly source: DataSource,
    readonly name: string = randomUUID(),
  ) {}

  /** Takes the lock, or takes it again where its connection was lost; does nothing while it is held. */
  async hold(): Promise<void> {
    if (this.client) return;
    const client = await poolOf(this.source).connect();
    try {
      // A machine that vanishes says no goodbye: the database is to notice within a minute.
      await client.query(
        'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3',
      );
      await client.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, this.name]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.once('error', () => this.lose(client));
    client.once('end', () => this.lose(client));
    this.client = client;
  }

  release(): void {
    if (this.client) this.lose(this.client);
  }

  private lose(client: PoolClient): void {
    if (this.client !== client) return;
    this.client = null;
    client.release(true);
  }
}

/** SQL that is true while the process lives whose {@link LifeLock} has the name that `expression` gives. */
export const lives = (expression: string): string =>
  `exists (select 1 from pg_locks life where life.locktype = 'advisory' and life.classid = ${lockClass} and life.granted
     and life.objid::bigint = (hashtext(${expression})::bigint & 4294967295)
     and life.database = (select oid from pg_database where datname = current_database()))`;
