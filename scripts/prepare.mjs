import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { at, checkout, dim, since } from './checkout.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';

/** What is built, from which sources, by which npm script, and where a finished build leaves the sources' hash. */
const server = {
  name: 'server',
  script: 'build:server',
  sources: ['libs', 'apps/server', 'apps/cli', 'test', '.swcrc', 'package-lock.json'],
  output: ['dist/libs', 'dist/apps/server', 'dist/apps/cli', 'dist/test'],
};
const web = {
  name: 'web app',
  script: 'build:web',
  sources: ['apps/web', 'schema.graphql', 'package.json', 'package-lock.json'],
  output: [],
};

/** Written by the build itself, so no source of it. */
const unread = new Set(['node_modules', 'dist', 'generated', '.cache']);

/**
 * Installs and builds what is missing or out of date, and nothing else. Sources are compared by content, so that it holds whatever git or
 * a copy did to their times. Several at once wait for one another.
 */
export async function prepare({ web: withWeb = true, say = (line) => console.log(line) } = {}) {
  const parts = withWeb ? [server, web] : [server];
  if ((await isInstalled()) && (await outOfDate(parts)).length === 0) return;
  await withLock(at('dist', '.preparing'), async () => {
    if (!(await isInstalled())) await install(say);
    for (const { part, hash } of await outOfDate(parts)) await build(part, hash, say);
  });
}

async function outOfDate(parts) {
  const hashed = await Promise.all(parts.map(async (part) => ({ part, hash: await hashOf(part.sources) })));
  const stamps = await Promise.all(parts.map((part) => readFile(stampOf(part), 'utf8').catch(() => '')));
  return hashed.filter(({ hash }, place) => hash !== stamps[place]);
}

const stampOf = (part) => at('dist', `.built-${part.script.replace(':', '-')}`);

async function build(part, hash, say) {
  const start = performance.now();
  say(`Building the ${part.name}.`);
  await rm(stampOf(part), { force: true });
  await runScript(part.script);
  for (const folder of part.output) await dropOrphans(folder);
  await mkdir(at('dist'), { recursive: true });
  await writeFile(stampOf(part), hash);
  say(dim(`Built the ${part.name} in ${since(start)}.`));
}

/** Runs an npm script; shows what it said only if it fails. */
function runScript(script) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(command, [...first, 'run', '--silent', script], {
    cwd: checkout,
    shell: !cli && process.platform === 'win32',
  });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`npm run ${script} failed.\n\n${Buffer.concat(output).toString().trimEnd()}`));
    });
  });
}

/** Deletes what was built from sources that are gone. What is still wanted stays in place, also under a running server. */
async function dropOrphans(folder) {
  for (const entry of await readdir(at(folder), { withFileTypes: true }).catch(() => [])) {
    const built = join(folder, entry.name);
    if (entry.isDirectory()) await dropOrphans(built);
    else if (!sourcesOf(built).some((source) => existsSync(at(source)))) await rm(at(built), { force: true });
  }
}

function sourcesOf(built) {
  const source = built.slice('dist/'.length);
  return [source, source.replace(/\.js(\.map)?$/, '.ts'), source.replace(/\.js(\.map)?$/, '.tsx')];
}

async function hashOf(sources) {
  const files = (await Promise.all(sources.map(filesUnder))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(at(file))));
  const hash = createHash('sha256');
  for (const [place, file] of files.entries())
    hash.update(`${file}\0${contents[place].length}\0`).update(contents[place]);
  return hash.digest('hex');
}

async function filesUnder(path) {
  if (!existsSync(at(path))) return [];
  const entries = await readdir(at(path), { withFileTypes: true }).catch((fault) => {
    if (fault.code === 'ENOTDIR') return undefined;
    throw fault;
  });
  if (entries === undefined) return [path];
  const wanted = entries.filter((entry) => !unread.has(entry.name));
  const found = await Promise.all(
    wanted.map((entry) => (entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`])),
  );
  return found.flat();
}
