import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../harness/index.js';

const main = join(import.meta.dirname, '../../apps/server/src/main.js');
const cli = join(import.meta.dirname, '../../apps/cli/src/main.js');

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** The program and its commands as an operator runs them: real processes, an embedded database of their own. */
describe('the program as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gemina-process-'));
  let env: Record<string, string>;
  let url: string;
  const started: ChildProcess[] = [];

  before(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    env = {
      PATH: process.env['PATH'] ?? '',
      GEMINA_DATA: folder,
      PORT: String(port),
      GEMINA_SMTP_PORT: String(await freePort()),
      GEMINA_LMTP_PORT: String(await freePort()),
      GEMINA_DEMO: 'on',
    };
  });
  after(async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts the server and waits for its line on standard output; answers the milliseconds that took. */
  async function start(): Promise<{ child: ChildProcess; millis: number; said: string }> {
    const begun = performance.now();
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    child.stderr.resume();
    let said = '';
    for await (const piece of child.stdout.setEncoding('utf8')) {
      said += String(piece);
      if (/Gemina is ready at (\S+)/.test(said)) break;
    }
    return { child, millis: performance.now() - begun, said };
  }

  async function run(program: string, args: string[], extra: Record<string, string> = {}): Promise<Ran> {
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, out, err };
  }

  const posts = async (): Promise<number> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ groups(first: 5) { nodes { threads(first: 5) { nodes { postCount } } } } }' }),
    });
    const { data } = (await response.json()) as {
      data: { groups: { nodes: { threads: { nodes: { postCount: number }[] } }[] } };
    };
    return data.groups.nodes.flatMap(({ threads }) => threads.nodes).reduce((sum, { postCount }) => sum + postCount, 0);
  };

  it('comes up with the demo network and says whom to sign in as', async () => {
    const { said } = await start();

    assert.match(said, /Sign in at .*\/sign-in with the password:/);
    assert.equal((await fetch(`${url}/health/ready`)).status, 200);
    assert.ok((await posts()) >= 5);
  });

  it('lets commands run beside the server', async () => {
    const doctor = await run(cli, ['doctor', '--json']);
    const jobs = await run(cli, ['jobs', '--dead']);
    const again = await run(cli, ['demo']);
    const admin = await run(cli, ['create-admin', '--email', 'ops@network.example', '--json']);

    assert.equal(doctor.code, 0, doctor.out + doctor.err);
    assert.ok((JSON.parse(doctor.out) as { findings: { ok: boolean }[] }).findings.every(({ ok }) => ok));
    assert.equal(jobs.out.trim(), 'No job is dead.');
    assert.match(again.out, /nothing was changed/);
    assert.ok((JSON.parse(admin.out) as { password: string }).password.length >= 12);
  });

  it('tells what is wrong with a command by its status', async () => {
    const unknown = await run(cli, ['frobnicate']);
    const incomplete = await run(cli, ['create-admin']);
    const noJob = await run(cli, ['jobs', '--retry', '999999']);
    const help = await run(cli, ['jobs', '--help']);

    assert.deepEqual([unknown.code, incomplete.code, noJob.code, help.code], [2, 2, 1, 0]);
    assert.match(noJob.err, /no such job/);
  });

  it('keeps everything through kill -9, and is back within seconds', async () => {
    const before = await posts();
    const [running] = started;
    running?.kill('SIGKILL');
    if (running) await once(running, 'exit');

    const { millis } = await start();

    assert.equal(await posts(), before);
    assert.ok(millis < 15_000, `took ${Math.round(millis)} ms`);
  });

  it('stops cleanly on SIGTERM: not ready, sockets closed, status 0', async () => {
    const running = started.at(-1);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    const closed = once(socket, 'close') as Promise<[CloseEvent]>;

    const begun = performance.now();
    running?.kill('SIGTERM');
    const [code] = (await once(running as ChildProcess, 'exit')) as [number];

    assert.equal(code, 0);
    assert.ok(performance.now() - begun < 10_000, `took ${Math.round(performance.now() - begun)} ms`);
    assert.equal((await closed)[0].code, 1001);
    await assert.rejects(fetch(`${url}/health/live`));
  });

  it('does not start on a configuration that cannot be used, and lists all its faults', async () => {
    const refused = await run(main, [], { PORT: 'many', GEMINA_ROELS: 'api', GEMINA_RELAY_URL: 'http://relay' });

    assert.equal(refused.code, 1);
    for (const fault of [/PORT must be/, /GEMINA_ROELS is not a variable.*GEMINA_ROLES/, /GEMINA_RELAY_URL must be/])
      assert.match(refused.err, fault);
  });
});
