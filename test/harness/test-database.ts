import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate, openDataSource } from '#platform/database';
import { schemas } from '#server/schemas';

const template = 'gemina_template';
const templateLock = 4_711_200_002;

/** A database of one's own in the test run's Postgres, freshly migrated (copied from a template migrated once a run). */
export async function makeDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['GEMINA_TEST_DATABASE_URL'];
  if (!server) throw new Error('Run tests by npm test: it starts the Postgres that they need.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await inside(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
      template,
    ]);
    if (!rowCount) await makeTemplate(client, server);
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: at(server, name),
    drop: () =>
      inside(server, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** An empty database, for tests of the migrations themselves. */
export async function makeEmptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['GEMINA_TEST_DATABASE_URL'] ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await inside(server, async (client) => void (await client.query(`create database ${name}`)));
  return {
    url: at(server, name),
    drop: () =>
      inside(server, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

async function makeTemplate(client: Client, server: string): Promise<void> {
  await client.query(`drop database if exists ${template} with (force)`);
  await client.query(`create database ${template}`);
  const source = await openDataSource(at(server, template), schemas, 3);
  await migrate(source);
  await source.destroy();
  await client.query(`alter database ${template} is_template true`);
}

async function inside(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function at(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
