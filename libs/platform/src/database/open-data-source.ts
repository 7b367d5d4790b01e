import { runMigrations } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { LibSchema } from './lib-schema.js';

/** An open pool of connections to Postgres, with all entities known and nothing migrated yet. */
export async function openDataSource(url: string, schemas: LibSchema[], poolSize = 20): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: schemas.flatMap((schema) => schema.entities as (new () => object)[]),
    migrations: schemas.flatMap((schema) => schema.migrations),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    synchronize: false,
    applicationName: 'gemina',
    extra: { max: poolSize, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  });
  await source.initialize();
  // A connection that dies while idle is replaced on the next use; one that dies in use fails its statement.
  poolOf(source).on('error', () => undefined);
  poolOf(source).on('connect', (client) => client.on('error', () => undefined));
  return source;
}

/** The pg pool behind a data source, for reads that need no entity. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as PostgresDriver).master as Pool;
}

const migrationLock = 4_711_200_001;

/** Brings the schema, and that of the job queue, up to date; processes that start together wait for one another. */
export async function migrate(source: DataSource): Promise<string[]> {
  const pool = poolOf(source);
  const keeper: PoolClient = await pool.connect();
  try {
    await keeper.query('set statement_timeout = 0');
    await keeper.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations({ pgPool: pool });
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await keeper
      .query('select pg_advisory_unlock($1)', [migrationLock])
      .catch((error: unknown) => keeper.release(error as Error));
    keeper.release(true);
  }
}
