import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  open,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareEnvironment, findBinaries, programIn, type Account, type Program } from './embedded-postgres-binaries.js';

const run = promisify(execFile);
const LOG_LIMIT_BYTES = 5_000_000;

/** A database cluster on disk: `cluster/data` is Postgres's, `cluster/password` ours, `postgres.json` says where it listens. */
export class Cluster {
  private constructor(
    private readonly folder: string,
    private readonly account: Account,
    readonly password: string,
  ) {}

  /**
   * The cluster in this folder, made if there is none. It is made aside and renamed, so that of two programs that make one at once the
   * first wins and a half-made one is never seen.
   */
  static async open(folder: string): Promise<Cluster> {
    await mkdir(folder, { recursive: true });
    const home = join(folder, 'cluster');
    const owner = await stat(home).catch(() => undefined);
    const account = accountBeside(owner?.uid, owner?.gid);
    if (owner === undefined) await makeCluster(folder, account);
    return new Cluster(folder, account, await readFile(join(home, 'password'), 'utf8'));
  }

  get logFile(): string {
    return join(this.folder, 'postgres.log');
  }

  private get data(): string {
    return join(this.folder, 'cluster', 'data');
  }

  /** Where the living postmaster of this cluster listens; nothing if there is none or it has not said so yet. */
  async listeningPort(): Promise<number | undefined> {
    const lines = (await this.pidFile()).split('\n');
    const port = Number(lines[3]);
    return port > 0 && (await this.isAlive()) ? port : undefined;
  }

  /** Whether the process in `postmaster.pid` lives and is this cluster's: after a crash or in a new container the id may be another's. */
  async isAlive(): Promise<boolean> {
    const pid = Number.parseInt(await this.pidFile(), 10);
    if (!(pid > 0) || !processLives(pid)) return false;
    if (process.platform !== 'linux') return true;
    const home = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return home === (await realpath(this.data));
  }

  /** Starts a postmaster in a session of its own, so that a Ctrl-C meant for us does not reach it. */
  async launch(durable: boolean): Promise<ChildProcess> {
    await this.dropStalePidFile();
    const native = await findBinaries(this.folder, this.account);
    const port = await freePort(await this.lastPort());
    await this.writeDown(port);
    const log = await openLog(this.logFile);
    const child = spawn(programIn(native, 'postgres'), ['-D', dataArgument, '-p', String(port), ...settings(durable)], {
      ...this.account,
      ...bareEnvironment,
      cwd: this.data,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    child.once('error', () => undefined);
    await log.close();
    return child;
  }

  /** Ends all sessions, writes a checkpoint and waits until the postmaster is gone. */
  async shutDown(): Promise<void> {
    const native = await findBinaries(this.folder, this.account);
    await runIn(this.data, native, 'pg_ctl', ['stop', '-D', dataArgument, '-m', 'fast', '-t', '60'], this.account);
  }

  urlFor(port: number, database: string): string {
    return `postgres://gemina:${this.password}@127.0.0.1:${port}/${database}`;
  }

  private pidFile(): Promise<string> {
    return readFile(join(this.data, 'postmaster.pid'), 'utf8').catch(() => '');
  }

  /** Postgres itself drops a dead process's file, but refuses to start while another process of ours happens to have that id. */
  private async dropStalePidFile(): Promise<void> {
    if ((await this.pidFile()) !== '' && !(await this.isAlive()))
      await rm(join(this.data, 'postmaster.pid'), { force: true });
  }

  private async lastPort(): Promise<number> {
    const written = await readFile(join(this.folder, 'postgres.json'), 'utf8').catch(() => undefined);
    return written === undefined ? 0 : Number(new URL((JSON.parse(written) as { url: string }).url).port);
  }

  private async writeDown(port: number): Promise<void> {
    const draft = join(this.folder, `postgres.json.${process.pid}`);
    await writeFile(draft, `${JSON.stringify({ url: this.urlFor(port, 'gemina') }, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, join(this.folder, 'postgres.json'));
  }
}

/**
 * Programs are started inside the data folder and told to work where they stand. As root that folder may lie below a home that the other
 * account cannot pass: `/proc/self/cwd` leads into it without walking the path.
 */
const dataArgument = process.platform === 'linux' ? '/proc/self/cwd' : '.';

function accountBeside(uid = 0, gid = 0): Account {
  if (process.getuid?.() !== 0) return {};
  return uid === 0 ? { uid: 65534, gid: 65534 } : { uid, gid };
}

async function makeCluster(folder: string, account: Account): Promise<void> {
  await dropAbandonedDrafts(folder);
  const native = await findBinaries(folder, account);
  const draft = join(folder, `making-${process.pid}-${randomBytes(4).toString('hex')}`);
  const paths = [draft, join(draft, 'data'), join(draft, 'password')] as const;
  await mkdir(paths[1], { recursive: true, mode: 0o700 });
  await writeFile(paths[2], randomBytes(24).toString('base64url'), { mode: 0o600 });
  const { uid, gid } = account;
  if (uid !== undefined && gid !== undefined) await Promise.all(paths.map((path) => chown(path, uid, gid)));
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=gemina', '--auth=scram-sha-256', '--pwfile=../password'];
  await runIn(paths[1], native, 'initdb', ['-D', dataArgument, ...locale, ...access, '--no-instructions'], account);
  await rename(draft, join(folder, 'cluster')).catch(() => rm(draft, { recursive: true }));
}

async function dropAbandonedDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = /^making-(\d+)-/.exec(name)?.[1];
    if (maker !== undefined && !processLives(Number(maker)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function settings(durable: boolean): string[] {
  const values = {
    cluster_name: 'gemina',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    synchronous_commit: 'on',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    log_checkpoints: 'off',
    // A violated constraint is everyday's business here, and its details hold people's addresses.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function runIn(cwd: string, native: string, program: Program, args: string[], account: Account): Promise<void> {
  await run(programIn(native, program), args, { ...account, ...bareEnvironment, cwd, windowsHide: true });
}

async function openLog(file: string) {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
  return open(file, 'a', 0o600);
}

/** The wished port if nobody has it, so that connection pools survive a restart of Postgres; else any free one. */
async function freePort(wished: number): Promise<number> {
  const server = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wished, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  } catch (fault) {
    if (wished === 0) throw fault;
    return await freePort(0);
  } finally {
    server.close();
  }
}

function processLives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
