import { readConfig } from '#platform/config';
import { Database } from '#platform/database';
import { startServer } from '#server/start-server';

/** Gemina as it ships, in a process of its own that also tells how many statements it has sent. */
const config = readConfig(process.env);
const server = await startServer(config, config.databaseUrl ?? '');
process.on('message', () =>
  process.send?.({
    statements: server.app.get(Database).statements,
    cpuMicros: process.cpuUsage().user + process.cpuUsage().system,
  }),
);
process.on('disconnect', () => process.exit(0));
process.send?.({ port: server.port });
