import { join } from 'node:path';
import { ConfigFaults, readConfig } from '#platform/config';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/database';
import { demoGuide } from './demo/demo-guide.js';
import { prepare } from './prepare.js';
import { startServer } from './start-server.js';

const drainWithinMillis = 15_000;

/** Starts the server, says where it is, and stops it cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const embedded: EmbeddedPostgres | null = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ folder: join(config.dataFolder, 'postgres') });
  const server = await startServer(config, config.databaseUrl ?? embedded?.url ?? '', {
    prepare: (app) => prepare(app, { facts: true, demo: config.demo }),
  });
  if (config.demo) process.stdout.write(demoGuide(config.publicUrl));
  process.stdout.write(`Gemina is ready at ${config.publicUrl}\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), drainWithinMillis).unref();
    void server
      .stop()
      .then(() => embedded?.stop())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigFaults ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
