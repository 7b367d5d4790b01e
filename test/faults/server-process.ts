import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../apps/server/src/main.js');
const readyWithinMillis = 60_000;

/** A whole server in a process of its own, to be killed. */
export class ServerProcess {
  private readonly gone: Promise<NodeJS.Signals | null>;

  private constructor(private readonly child: ChildProcess) {
    this.gone = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  }

  /** Resolves once it says that it is ready. */
  static async start(env: Record<string, string>): Promise<ServerProcess> {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(PORT|DATABASE_URL|GEMINA_.*|NODE_.*)$/.test(name),
    );
    const child = spawn(process.execPath, [main], {
      env: { ...Object.fromEntries(inherited), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const server = new ServerProcess(child);
    await Promise.race([
      server.ready(),
      server.gone.then(() => Promise.reject(new Error('The server ended before it was ready.'))),
    ]);
    return server;
  }

  /** Resolves with the signal that ended it. */
  ended(): Promise<NodeJS.Signals | null> {
    return this.gone;
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    await this.gone;
  }

  private async ready(): Promise<void> {
    let said = '';
    const limit = setTimeout(() => this.child.kill('SIGKILL'), readyWithinMillis);
    for await (const chunk of this.child.stdout ?? []) {
      said += String(chunk);
      if (said.includes('Gemina is ready')) break;
    }
    clearTimeout(limit);
    this.child.stdout?.resume();
  }
}
