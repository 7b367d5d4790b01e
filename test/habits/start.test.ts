import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterEach, describe, it } from 'node:test';
import { runNode } from './checkout.js';
import { makeSmallCheckout } from './small-checkout.js';

const server = `
  process.on('SIGTERM', () => process.exit(7));
  setInterval(() => undefined, 1000);
  console.log('ready under ' + process.version);
`;
const command = `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = process.argv.length > 2 ? 2 : 0;`;

describe('the scripts that run our programs', () => {
  let checkout: string;
  afterEach(() => rm(checkout, { recursive: true }));

  it('start the server under our own Node, and hand on a signal and the status it ends with', async () => {
    checkout = await makeSmallCheckout({ 'apps/server/src/main.js': server });
    const start = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    start.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!printed.includes('ready')) await once(start.stdout, 'data');

    start.kill('SIGTERM');
    const [status] = (await once(start, 'exit')) as [number];

    assert.ok(printed.includes(`ready under ${process.version}`), printed);
    assert.equal(status, 7);
  });

  it('leave standard output to the command, and give it its arguments', async () => {
    checkout = await makeSmallCheckout({ 'apps/cli/src/main.js': command });

    const { status, stdout, stderr } = await runNode(['scripts/gemina.mjs', 'backup', '--json', 'a file'], checkout);

    assert.deepEqual(JSON.parse(stdout), ['backup', '--json', 'a file']);
    assert.equal(status, 2);
    assert.match(stderr, /Building the server/);
  });
});
