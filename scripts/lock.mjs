import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `act` while no other process does so with the same file, which holds the id of the process at work. What a killed process left
 * behind is taken over.
 */
export async function withLock(file, act) {
  await mkdir(dirname(file), { recursive: true });
  while (!(await take(file))) {
    if (!(await holderLives(file))) await dropDeadLock(file);
    await pause(100);
  }
  try {
    return await act();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (fault) {
    if (fault.code === 'EEXIST') return false;
    throw fault;
  }
}

async function holderLives(file) {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (!(pid > 0)) return true; // just made and not written yet, or just released: look again
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

/** Moves it aside first: only one of several that saw the dead holder gets it. */
async function dropDeadLock(file) {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  if (await holderLives(aside)) await rename(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}
