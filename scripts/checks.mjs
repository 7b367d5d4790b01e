import { spawn } from 'node:child_process';
import { at, checkout, dim, green, ownNode, red, since } from './checkout.mjs';

const bin = (name, file) => at('node_modules', name, file);
const tsc = bin('typescript', 'bin/tsc');

/** Everything that is checked without running the product, in two lanes for two cores, each lane about as long. */
const lanes = [
  [
    { name: 'types of the server', args: [tsc, '--noEmit'] },
    { name: 'types of the web app', args: [tsc, '--noEmit', '-p', 'apps/web'] },
    {
      name: 'floors of the house',
      args: [
        bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'apps',
        'libs',
        'test',
      ],
    },
    { name: 'format', args: [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  ],
  [{ name: 'lint', args: [bin('eslint', 'bin/eslint.js'), '.'] }],
];

/** Runs all checks, prints a line for each and the output of those that fail. Counts each as one test. */
export async function runChecks(say) {
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const passed = [];
      for (const check of lane) passed.push(await runCheck(check, say));
      return passed;
    }),
  );
  const passed = results.flat().filter(Boolean).length;
  return { passed, failed: results.flat().length - passed, skipped: 0 };
}

async function runCheck({ name, args }, say) {
  const start = performance.now();
  const { status, output } = await runQuietly(args);
  const ok = status === 0;
  say(`${ok ? green('✔') : red('✖')} ${name} ${dim(since(start))}`);
  if (!ok) say(output.trimEnd().replaceAll(/^/gm, '    '));
  return ok;
}

function runQuietly(args) {
  const child = spawn(ownNode(), args, { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString() }));
  });
}
