import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { knownVariables, readConfig } from '#platform/config';
import { inCheckout } from './checkout.js';
import { commandsOf } from './readme.js';

interface Service {
  image?: string;
  build?: string;
  restart?: string;
  healthcheck?: { test: string[] };
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
}

const read = (path: string) => readFile(inCheckout(path), 'utf8');
const placeholder = /\$\{(\w+)[^}]*\}/g;

async function compose() {
  const text = await read('docker-compose.yml');
  const file = parse(text, { merge: true, strict: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, null>;
  };
  return { ...file, text };
}

/** What .env.example names, with its blanks filled as it asks. */
async function environmentFile(): Promise<Record<string, string>> {
  const lines = (await read('.env.example')).split('\n').filter((line) => /^\w+=/.test(line));
  return Object.fromEntries(
    lines.map((line) => line.split('=') as [string, string]).map(([name, value]) => [name, value || 'a1'.repeat(16)]),
  );
}

describe('docker-compose.yml', () => {
  it('says of every service what it runs, how to see that it is well, and that it comes back', async () => {
    const { services, volumes } = await compose();

    for (const [name, service] of Object.entries(services)) {
      assert.match(service.image ?? '', /^[\w./-]+(:[\w.-]+)?$/, `${name} has no image`);
      assert.match(service.healthcheck?.test[0] ?? '', /^CMD(-SHELL)?$/, `${name} has no health check`);
      assert.equal(service.restart, 'unless-stopped', `${name} would stay down`);
      for (const volume of service.volumes ?? [])
        assert.ok(volume.split(':')[0]! in volumes, `${name} uses an unknown volume`);
      for (const needed of Object.keys(service.depends_on ?? {}))
        assert.ok(needed in services, `${name} needs ${needed}, which is not there`);
    }
  });

  it('runs one image in each of the three roles', async () => {
    const { services } = await compose();

    const ours = Object.values(services).filter((service) => service.image === 'gemina');

    assert.deepEqual(ours.map((service) => service.environment?.['GEMINA_ROLES']).sort(), ['api', 'mail', 'worker']);
    assert.deepEqual([...new Set(ours.map((service) => service.build))], ['.']);
  });

  it('gives each role a configuration that it can start with', async () => {
    const { services } = await compose();
    const values = await environmentFile();

    for (const { environment = {} } of Object.values(services).filter((service) => service.image === 'gemina')) {
      const filled = Object.entries(environment).map(([name, value]) => [
        name,
        value.replaceAll(placeholder, (_, key: string) => values[key] ?? ''),
      ]);
      const config = readConfig(Object.fromEntries(filled) as Record<string, string>);
      assert.deepEqual(config.roles, [environment['GEMINA_ROLES']]);
      assert.deepEqual([config.busUrl, config.relayUrl], ['nats://nats:4222', 'smtp://mailpit:1025']);
    }
  });

  it('knows the variables it uses, and .env.example asks for exactly those', async () => {
    const { text } = await compose();

    const used = new Set([...text.matchAll(placeholder)].map(([, name]) => name));
    const set = [...text.matchAll(/\b(GEMINA_\w+):/g)].map(([, name]) => name!);

    assert.deepEqual([...used].sort(), Object.keys(await environmentFile()).sort());
    assert.deepEqual(
      set.filter((name) => !knownVariables.includes(name)),
      [],
    );
  });
});

describe('the Dockerfile', () => {
  it("takes the README's steps", async () => {
    const image = await read('Dockerfile');
    const readme = commandsOf(await read('README.md'));

    const steps = [...image.matchAll(/^RUN (npm .*)$/gm)].map(([, step]) => step!);
    const [, start] = /^CMD (\[.*\])$/m.exec(image) ?? [];

    assert.deepEqual(steps, ['npm ci', 'npm run build', 'npm ci --omit=dev']);
    for (const step of [...steps, (JSON.parse(start!) as string[]).join(' ')])
      assert.ok(readme.includes(step), `The README has no ${step}`);
  });

  it('ends as a user without rights', async () => {
    assert.deepEqual(
      [...(await read('Dockerfile')).matchAll(/^USER (.*)$/gm)].map(([, user]) => user),
      ['node'],
    );
  });
});
