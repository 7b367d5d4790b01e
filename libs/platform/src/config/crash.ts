import type { Config, CrashPoint } from './config.js';

/** Ends this process as `kill -9` does, where GEMINA_CRASH_AT names this place; fault tests use it to hit exact moments. */
export function crashHere(config: Config, at: CrashPoint): void {
  if (config.crashAt === at) process.kill(process.pid, 'SIGKILL');
}
