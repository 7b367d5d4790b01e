import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runNode } from './checkout.js';
import { buildScript, makeSmallCheckout, write } from './small-checkout.js';

describe('what both commands do first', () => {
  let checkout: string;

  beforeEach(async () => {
    checkout = await makeSmallCheckout({ 'libs/one.js': 'one', 'libs/two.js': 'two' });
  });

  afterEach(() => rm(checkout, { recursive: true }));

  async function prepare(): Promise<void> {
    const script = "const { prepare } = await import('./scripts/prepare.mjs'); await prepare({ web: false });";
    const { status, stderr } = await runNode(['--input-type=module', '-e', script], checkout);
    assert.equal(status, 0, stderr);
  }

  const builds = async () => (await readFile(join(checkout, 'builds.log'), 'utf8')).trim().split('\n').length;

  it('builds once, however new the files look, until a source says something else', async () => {
    await prepare();
    const tomorrow = Date.now() / 1000 + 86_400;
    await utimes(join(checkout, 'libs/one.js'), tomorrow, tomorrow);
    await prepare();
    assert.equal(await builds(), 1);

    await write(checkout, 'libs/one.js', 'eno');
    await utimes(join(checkout, 'libs/one.js'), 0, 0);
    await prepare();
    assert.equal(await builds(), 2);
    assert.equal(await readFile(join(checkout, 'dist/libs/one.js'), 'utf8'), 'eno');
  });

  it('leaves nothing in dist of a source that is gone', async () => {
    await prepare();
    assert.ok(existsSync(join(checkout, 'dist/libs/two.js')));

    await rm(join(checkout, 'libs/two.js'));
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
    await write(checkout, 'dist/.preparing', deadPid.trim());

    await prepare();

    assert.equal(await builds(), 1);
  });

  it('builds again after a build that failed, and shows why it did', async () => {
    await write(checkout, 'build.mjs', `${buildScript}; throw new Error('no such colour');`);
    await assert.rejects(prepare(), /no such colour/);

    await write(checkout, 'build.mjs', buildScript);
    await prepare();

    assert.equal(await builds(), 2);
  });
});
