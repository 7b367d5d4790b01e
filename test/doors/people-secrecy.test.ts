import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { member } from '#people/testing';
import { type Data, freePort, type Gemina, makeDatabase, Relay, startGemina } from '../harness/index.js';

const password = 'a mentor for every learner';
const signIn = `mutation ($email: EmailAddress!, $password: String!) { signIn(input: { email: $email, password: $password }) { token } }`;
const requestLink = `mutation ($email: EmailAddress!) { requestSignInLink(email: $email) }`;
const signUp = `mutation ($email: EmailAddress!, $password: String!) {
  signUp(input: { name: "Somebody", email: $email, password: $password }) { token viewer { email roles } } }`;

const tries = 18;
/**
 * A careless answer leaves out the Argon2 run, which is nearly all of the time, or does the letter in the request, which
 * doubles it. Between medians of equal work lies less than this, but not always on a busy machine: noise passes with
 * another round, a real difference stays.
 */
const equal = { millis: 6, share: 0.35 };
const rounds = 4;

describe('answers to known and unknown addresses', () => {
  let gemina: Gemina;
  const known: string[] = [];

  before(async () => {
    gemina = await startGemina({ GEMINA_ROLES: 'api,mail' }); // no worker: its jobs would run beside what is measured
    for (let nr = 0; nr < tries; nr += 1) {
      const withPassword = nr % 2 ? { password } : {}; // those without one cost no less
      known.push((await member(gemina.app, { email: `known-${nr}@example.org`, ...withPassword })).email);
    }
  });
  after(() => gemina.stop());

  /** Medians of the times for known and unknown addresses, asked in turn so that drift of the machine meets both. */
  async function medians(ask: (email: string) => Promise<unknown>): Promise<{ known: number; unknown: number }> {
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let nr = 0; nr < 3; nr += 1) await ask(`warm-${nr}@example.org`);
    for (let nr = 0; nr < tries; nr += 1) {
      const pair: ['known' | 'unknown', string][] = [
        ['known', known[nr] ?? ''],
        ['unknown', `unknown-${nr}@example.org`],
      ];
      for (const [kind, email] of nr % 2 ? pair : pair.reverse()) {
        const start = performance.now();
        await ask(email);
        times[kind].push(performance.now() - start);
      }
    }
    return { known: median(times.known), unknown: median(times.unknown) };
  }

  async function takesAsLong(ask: (email: string) => Promise<unknown>): Promise<void> {
    const seen: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { known, unknown } = await medians(ask);
      if (Math.abs(known - unknown) < Math.max(equal.millis, equal.share * Math.min(known, unknown))) return;
      seen.push(`known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms`);
    }
    assert.fail(seen.join('; '));
  }

  it('takes as long to refuse a wrong password', async () => {
    const wrong = 'this is not the password';
    const words = new Set<string>();
    await takesAsLong(async (email) => {
      const { errors } = await gemina.graphql(signIn, { email, password: wrong });
      words.add(JSON.stringify([errors?.[0]?.message, errors?.[0]?.extensions]));
    });
    assert.equal(words.size, 1);
  });

  it('takes as long to mail a link, or none', async () => {
    await takesAsLong(async (email) =>
      assert.deepEqual(await gemina.ask(requestLink, { email }), { requestSignInLink: true }),
    );
  });

  it('takes as long to sign up', async () => {
    await takesAsLong(async (email) => {
      const { signUp: session } = await gemina.ask(signUp, { email, password });
      assert.deepEqual(session.viewer, { email, roles: [] });
    });
  });
});

describe('the log', () => {
  it('names no address, no token and no password, whatever people do and get wrong', async () => {
    const database = await makeDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'gemina-test-'));
    const relay = new Relay();
    const relayUrl = await relay.listen();
    const port = await freePort();
    const server = await startProgram({
      PORT: String(port),
      DATABASE_URL: database.url,
      GEMINA_SECRET: randomBytes(32).toString('hex'),
      GEMINA_DATA: folder,
      GEMINA_SMTP_PORT: '0',
      GEMINA_LMTP_PORT: '0',
      GEMINA_RELAY_URL: relayUrl,
      GEMINA_LOG_LEVEL: 'debug',
    });
    const ask = async (query: string, variables: object, headers: Record<string, string> = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as { data: Data };
    };
    const email = 'logged-address@example.org';

    const session = (await ask(signUp, { email, password })).data.signUp;
    const letter = await relay.mailWhere(({ to }) => to === email);
    const link = /token=([\w-]+)/.exec(letter.mail.text ?? '')?.[1] ?? '';
    await fetch(`http://127.0.0.1:${port}/verify?token=${link}`);
    const verified = await ask(`mutation ($token: String!) { verifyEmail(token: $token) }`, { token: link });
    await ask(signIn, { email, password: 'wrong-password-in-the-log' });
    await ask(signIn, { email: 'bad address in the log', password });
    await ask(`mutation ($t: String!) { signInWithLink(token: $t) { token } }`, { t: link });
    await ask(`{ viewer { id } }`, {}, { authorization: `Bearer ${session.token}x` });
    await ask(`{ viewer { id } }`, {}, { authorization: `Bearer ${session.token}` });
    await fetch(`http://127.0.0.1:${port}/exports/${session.viewer.id ?? 'none'}`, {
      headers: { cookie: `gemina_session=${session.token}` },
    });
    const log = await server.stop();
    await relay.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });

    assert.equal(verified.data.verifyEmail, true);
    assert.ok(log.split('\n').filter((line) => line.startsWith('{')).length > 5, log);
    const secrets = [
      session.token,
      session.token.slice(3, 20),
      link,
      password,
      'wrong-password',
      email,
      'logged-address',
      'bad address',
    ];
    assert.deepEqual(
      secrets.filter((secret) => log.includes(secret)),
      [],
    );
  });
});

function median(values: number[]): number {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The program as an operator starts it; `stop` answers all that it wrote to standard error. */
async function startProgram(env: Record<string, string>): Promise<{ stop: () => Promise<string> }> {
  const main = join(import.meta.dirname, '../../apps/server/src/main.js');
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ready = new Promise<void>((resolve, reject) => {
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => line.startsWith('Gemina is ready') && resolve());
    child.once('exit', () => reject(new Error(`The server ended before it was ready:\n${log}`)));
  });
  await ready;
  return {
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      return log;
    },
  };
}
