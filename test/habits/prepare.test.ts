import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inCheckout, runNode } from './checkout.js';

/** Stands in for swc: copies each source to where its compiled form would be, and notes that it was called. */
const build = `
  import { appendFileSync, cpSync, readdirSync } from 'node:fs';
  appendFileSync('builds.log', 'built\\n');
  for (const name of readdirSync('libs')) cpSync('libs/' + name, 'dist/libs/' + name.replace('.ts', '.js'));
`;

describe('what both commands do first', () => {
  let checkout: string;

  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'gemina-prepare-'));
    await cp(inCheckout('scripts'), join(checkout, 'scripts'), { recursive: true });
    await write('package.json', JSON.stringify({ type: 'module', scripts: { 'build:server': 'node build.mjs' } }));
    await write('package-lock.json', JSON.stringify({ packages: {} }));
    await write('build.mjs', build);
    await write('libs/one.ts', 'one');
    await write('libs/two.ts', 'two');
    await mkdir(join(checkout, 'node_modules'));
    await symlink(inCheckout('node_modules/.bin'), join(checkout, 'node_modules/.bin'));
  });

  afterEach(() => rm(checkout, { recursive: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(join(checkout, path, '..'), { recursive: true });
    await writeFile(join(checkout, path), text);
  }

  async function prepare(): Promise<void> {
    const script = "const { prepare } = await import('./scripts/prepare.mjs'); await prepare({ web: false });";
    const { status, stderr } = await runNode(['--input-type=module', '-e', script], checkout);
    assert.equal(status, 0, stderr);
  }

  const builds = async () => (await readFile(join(checkout, 'builds.log'), 'utf8')).trim().split('\n').length;

  it('builds once, however new the files look, until a source says something else', async () => {
    await prepare();
    const tomorrow = Date.now() / 1000 + 86_400;
    await utimes(join(checkout, 'libs/one.ts'), tomorrow, tomorrow);
    await prepare();
    assert.equal(await builds(), 1);

    await write('libs/one.ts', 'eno');
    await utimes(join(checkout, 'libs/one.ts'), 0, 0);
    await prepare();
    assert.equal(await builds(), 2);
    assert.equal(await readFile(join(checkout, 'dist/libs/one.js'), 'utf8'), 'eno');
  });

  it('leaves nothing in dist of a source that is gone', async () => {
    await prepare();
    assert.ok(existsSync(join(checkout, 'dist/libs/two.js')));

    await rm(join(checkout, 'libs/two.ts'));
    await prepare();

    assert.ok(!existsSync(join(checkout, 'dist/libs/two.js')));
    assert.ok(existsSync(join(checkout, 'dist/libs/one.js')));
  });

  it('is done once by several that start together', async () => {
    await Promise.all([prepare(), prepare(), prepare()]);

    assert.equal(await builds(), 1);
  });

  it('goes on where a killed one left its lock', async () => {
    const { stdout: deadPid } = await runNode(['-p', 'process.pid']);
    await write('dist/.preparing', deadPid.trim());

    await prepare();

    assert.equal(await builds(), 1);
  });

  it('builds again after a build that failed, and shows why it did', async () => {
    await write('build.mjs', `${build}; throw new Error('no such colour');`);
    await assert.rejects(prepare(), /no such colour/);

    await write('build.mjs', build);
    await prepare();

    assert.equal(await builds(), 2);
  });
});
