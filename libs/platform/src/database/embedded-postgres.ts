import { type ChildProcess } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Cluster } from './embedded-postgres-cluster.js';

/** A running Postgres of our own. */
export interface EmbeddedPostgres {
  /** The connection string of its database `gemina`; stays valid when Postgres has to be started again while we run. */
  readonly url: string;
  /** Gives up our use of it; the last program to do so shuts it down. */
  stop(): Promise<void>;
}

/** Postgres did not come up in time, or said why it never will. */
export class EmbeddedPostgresDidNotStart extends Error {
  override readonly name = 'EmbeddedPostgresDidNotStart';
}

/** Each program that uses the cluster holds this advisory lock, shared, on the database `postgres`: Postgres itself forgets the dead ones. */
const IN_USE = 0x6765_6d69;
const DEADLINE_MS = 60_000;
const TRANSIENT = /lock file|pre-existing shared memory|Address already in use|could not bind|could not create any TCP/;

/**
 * Starts the Postgres in `folder`, making its database first if there is none, or joins the one that another program started there or
 * that outlived a killed one. `durable: false` is for databases that are thrown away, as in tests.
 */
export async function startEmbeddedPostgres(options: { folder: string; durable?: boolean }): Promise<EmbeddedPostgres> {
  const cluster = await Cluster.open(resolve(options.folder));
  const use = new Use(cluster, options.durable ?? true);
  await use.begin();
  return use;
}

/** Our use of a cluster: as long as it lasts, Postgres is kept up. */
class Use implements EmbeddedPostgres {
  url = '';
  private lease: Client | undefined;
  private lastFault: unknown;
  private ending = false;
  private mending: Promise<void> = Promise.resolve();

  constructor(
    private readonly cluster: Cluster,
    private readonly durable: boolean,
  ) {}

  /** Joins or starts Postgres, whichever works first, until it answers. Two programs that do this at once end up with one postmaster. */
  async begin(): Promise<void> {
    const deadline = performance.now() + DEADLINE_MS;
    const launches = new Launches(this.cluster, this.durable);
    while (!this.ending) {
      if (await this.join()) return;
      if (performance.now() > deadline)
        throw new EmbeddedPostgresDidNotStart(`Postgres does not answer. See ${this.cluster.logFile}.`);
      await launches.launchIfNeeded();
      await pause(20);
    }
  }

  async stop(): Promise<void> {
    this.ending = true;
    await this.mending;
    const lease = this.lease;
    this.lease = undefined;
    if (lease === undefined) return;
    try {
      if (await releaseAsLast(lease)) await this.cluster.shutDown();
    } finally {
      await lease.end().catch(() => undefined);
    }
  }

  private async join(): Promise<boolean> {
    const port = await this.cluster.listeningPort();
    if (port === undefined) return false;
    const lease = new Client({
      connectionString: this.cluster.urlFor(port, 'postgres'),
      ssl: false,
      application_name: 'gemina lease',
    });
    lease.on('error', () => undefined);
    try {
      await lease.connect();
      await lease.query('select pg_advisory_lock_shared($1)', [IN_USE]);
      await createDatabase(lease);
    } catch (fault) {
      // Starting up, shutting down, or no longer there: the caller looks again until its deadline.
      this.lastFault = fault;
      await lease.end().catch(() => undefined);
      return false;
    }
    lease.once('end', () => this.mend(lease));
    this.lease = lease;
    this.url = this.cluster.urlFor(port, 'gemina');
    return true;
  }

  /** Postgres went away under us: bring it back, on the same port if it is free, and the connection pools recover by themselves. */
  private mend(lost: Client): void {
    if (this.ending || this.lease !== lost) return;
    this.lease = undefined;
    this.mending = this.begin().catch(() => undefined);
  }
}

/** Launches one postmaster at a time and tells a failure that will pass from one that will not. */
class Launches {
  private child: ChildProcess | undefined;
  private logStart = 0;

  constructor(
    private readonly cluster: Cluster,
    private readonly durable: boolean,
  ) {}

  async launchIfNeeded(): Promise<void> {
    if (this.child !== undefined) {
      if (this.child.exitCode === null && this.child.signalCode === null && this.child.pid !== undefined) return;
      await this.explainFailure();
    }
    if (await this.cluster.isAlive()) return;
    this.logStart = await stat(this.cluster.logFile).then(
      (found) => found.size,
      () => 0,
    );
    this.child = await this.cluster.launch(this.durable);
  }

  private async explainFailure(): Promise<void> {
    this.child = undefined;
    const log = (await readFile(this.cluster.logFile)).subarray(this.logStart).toString();
    if (TRANSIENT.test(log)) return await pause(100);
    throw new EmbeddedPostgresDidNotStart(`Postgres does not start. ${log.trim() || `See ${this.cluster.logFile}.`}`);
  }
}

/** Lets go of the lock and says whether nobody else held it; then we hold it alone, and newcomers wait until Postgres is down. */
async function releaseAsLast(lease: Client): Promise<boolean> {
  await lease.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
  const { rows } = await lease.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [IN_USE]);
  return rows[0]?.alone === true;
}

async function createDatabase(lease: Client): Promise<void> {
  const { rowCount } = await lease.query("select from pg_database where datname = 'gemina'");
  if (rowCount === 1) return;
  await lease.query('create database gemina').catch((fault: { code?: string }) => {
    const madeByAnotherMeanwhile = fault.code === '42P04' || fault.code === '23505';
    if (!madeByAnotherMeanwhile) throw fault;
  });
}
