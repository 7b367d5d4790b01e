import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { migrate, openDataSource, startEmbeddedPostgres } from '#platform/database';
import { schemas } from '#server/schemas';
import { freePort } from '../harness/free-port.js';
import { seed } from './seed.js';

const rounds = 5;
const secondsPerRun = 4;
const connections = 16;

const query = `query ThreadPage($id: ID!) { thread(id: $id) { id title postCount locked pinned group { id slug name }
  posts(first: 30) { nodes { id number html authorName origin createdAt editedAt removedAt
    author { id name memberships { role body { __typename ... on City { name slug } } } }
    reactions { emoji count viewerReacted } } } } }`;

interface Server {
  name: string;
  url: string;
  process: ChildProcess;
}

const median = (figures: number[]): number =>
  figures.toSorted((one, two) => one - two)[Math.floor(figures.length / 2)] ?? 0;

async function start(name: string, file: string, env: Record<string, string>, path: string): Promise<Server> {
  const child = fork(join(import.meta.dirname, file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { name, url: `http://127.0.0.1:${port}${path}`, process: child };
}

const bodyFor = (id: string): string => JSON.stringify({ query, variables: { id } });

async function ask(server: Server, id: string): Promise<string> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyFor(id),
  });
  return response.text();
}

async function load(server: Server, ids: string[]): Promise<{ perSecond: number; p95: number }> {
  const result = await autocannon({
    url: server.url,
    method: 'POST',
    connections,
    duration: secondsPerRun,
    headers: { 'content-type': 'application/json' },
    requests: ids.map((id) => ({ body: bodyFor(id) })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${server.name} failed ${result.non2xx + result.errors} requests.`);
  return { perSecond: result.requests.average, p95: result.latency.p97_5 };
}

async function statementsOf(server: Server): Promise<number> {
  server.process.send('figures');
  const [{ statements }] = (await once(server.process, 'message')) as [{ statements: number }];
  return statements;
}

/** Prints the thread page's throughput beside its limit, run in turn, and the statements that a page takes. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gemina-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  const servers: Server[] = [];
  try {
    const source = await openDataSource(postgres.url, schemas, 3);
    await migrate(source);
    await source.destroy();
    const { threadIds } = await seed(postgres.url);
    const env = {
      DATABASE_URL: postgres.url,
      GEMINA_SECRET: 'x'.repeat(32),
      GEMINA_DATA: folder,
      GEMINA_ROLES: 'api',
      GEMINA_LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      PORT: String(await freePort()),
    };
    const limit = await start('limit', 'limit-server.js', env, '/');
    servers.push(limit);
    const ours = await start('Gemina', 'gemina-server.js', env, '/graphql');
    servers.push(ours);

    const ids = threadIds.filter((_, nr) => nr % 10 === 0);
    const [theirBytes, ourBytes] = [await ask(limit, ids[0] ?? ''), await ask(ours, ids[0] ?? '')];
    if (theirBytes.trim() !== ourBytes.trim())
      throw new Error(`The bodies differ:\n${theirBytes.slice(0, 900)}\n${ourBytes.slice(0, 900)}`);
    const before = await statementsOf(ours);
    await ask(ours, ids[1] ?? '');
    const statements = (await statementsOf(ours)) - before;

    const runs: Record<string, { perSecond: number; p95: number }[]> = { limit: [], Gemina: [] };
    for (const server of servers) await load(server, ids);
    for (let round = 0; round < rounds; round += 1) {
      for (const server of servers) runs[server.name]?.push(await load(server, ids));
    }
    const figure = (name: string) => median((runs[name] ?? []).map(({ perSecond }) => perSecond));
    const lines = [
      `thread page: 30 posts with authors, their cities and reactions; 100,000 posts stored; ${ourBytes.length} bytes, equal in both; c=${connections}; median of ${rounds} runs in turn`,
      ...servers.map(({ name }) => {
        const all = (runs[name] ?? []).map(({ perSecond }) => Math.round(perSecond));
        return `  ${name.padEnd(8)} ${Math.round(figure(name))} requests/s (${Math.min(...all)}–${Math.max(...all)}), p97.5 ${median((runs[name] ?? []).map(({ p95 }) => p95))} ms`;
      }),
      `  ratio    ${(figure('Gemina') / figure('limit')).toFixed(2)} of the limit`,
      `  SQL      ${statements} statements a page`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    for (const server of servers) server.process.disconnect();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
