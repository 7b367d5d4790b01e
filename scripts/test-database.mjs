// Keeps a Postgres for one test run: prints its URL, and shuts it down and deletes it when its standard input ends.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../dist/libs/platform/src/database/embedded-postgres.js';

const folder = await mkdtemp(join(tmpdir(), 'gemina-test-'));
const postgres = await startEmbeddedPostgres({ folder, durable: process.env.GEMINA_TEST_FSYNC === 'on' });
process.on('SIGINT', () => undefined); // a Ctrl-C ends the run, and the end of the run ends us
process.stdout.write(`${postgres.url}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await postgres.stop();
await rm(folder, { recursive: true, force: true });
