// npm test [-- --only PATTERN]: everything, or only the test files whose path matches, without the checks.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { at, checkout, dim, ownNode, since } from './checkout.mjs';
import { runChecks } from './checks.mjs';
import { prepare } from './prepare.mjs';
import { fail } from './run-program.mjs';

const TIME_LIMIT_OF_A_TEST_MS = 180_000;
const TIME_LIMIT_OF_THE_RUN_MS = 20 * 60_000;
const say = (line) => console.log(line);

const { only } = readArguments();
const start = performance.now();
await prepare({ web: false }).catch(fail);
const files = await testFiles(only);
if (only === undefined || files.some((file) => file.startsWith('test/browser/'))) await prepare().catch(fail);
say(dim(`Ready to test after ${since(start)}.`));
const results = only === undefined ? [await runChecks(say), await runTests(files)] : [await runTests(files)];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
const skipped = results.reduce((sum, result) => sum + result.skipped, 0);
say(dim(`${skipped > 0 ? `${skipped} skipped. ` : ''}The whole took ${since(start)}.`));
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function readArguments() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    return { only: values.only === undefined ? undefined : new RegExp(values.only) };
  } catch (fault) {
    console.error(`${fault.message}\nUsage: npm test [-- --only PATTERN]`);
    return process.exit(2);
  }
}

/** Specs stand beside what they test; what crosses domains is under test/. Paths are matched as they are in the sources. */
async function testFiles(pattern = /./) {
  const kinds = ['habits', 'doors', 'journeys', 'faults', 'corpora', 'browser'].map((kind) => [
    `test/${kind}`,
    '.test.js',
  ]);
  const places = [['libs', '.spec.js'], ['apps', '.spec.js'], ...kinds];
  const found = [];
  for (const [folder, ending] of places) {
    if (!existsSync(at('dist', folder))) continue;
    const names = await readdir(at('dist', folder), { recursive: true });
    found.push(
      ...names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name.split(sep).join('/')}`),
    );
  }
  return found.filter((file) => pattern.test(file.replace(/\.js$/, '.ts'))).sort();
}

async function runTests(files) {
  const started = performance.now();
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const database = await startDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'gemina-run-'));
  try {
    const summary = join(folder, 'summary.json');
    const status = await runNodeTests(files, { GEMINA_TEST_DATABASE_URL: database.url, GEMINA_TEST_SUMMARY: summary });
    const counts = JSON.parse(await readFile(summary, 'utf8').catch(() => '{"passed":0,"failed":1,"skipped":0}'));
    if (status !== 0 && counts.failed === 0) counts.failed = 1;
    say(dim(`${files.length} test files took ${since(started)}.`));
    return counts;
  } finally {
    await database.stop();
    await rm(folder, { recursive: true });
  }
}

async function runNodeTests(files, variables) {
  const runner = ['--test', '--test-concurrency=2', `--test-timeout=${TIME_LIMIT_OF_A_TEST_MS}`];
  const reporter = [
    `--test-reporter=${new URL('test-reporter.mjs', import.meta.url).href}`,
    '--test-reporter-destination=stdout',
  ];
  const paths = files.map((file) => at('dist', file));
  const child = spawn(ownNode(), ['--enable-source-maps', ...runner, ...reporter, ...paths], {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...bareEnvironment(), ...variables, NODE_ENV: 'test' },
  });
  const limit = setTimeout(() => {
    say(`The tests did not end within ${TIME_LIMIT_OF_THE_RUN_MS / 60_000} minutes.`);
    child.kill('SIGKILL');
  }, TIME_LIMIT_OF_THE_RUN_MS);
  const [status] = await once(child, 'exit');
  clearTimeout(limit);
  return status;
}

/** The tests' servers are configured by the tests, not by whoever happens to run them. */
function bareEnvironment() {
  const ours = (name) => /^(PORT|DATABASE_URL|GEMINA_(?!TEST_).*|NODE_OPTIONS)$/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours(name)));
}

async function startDatabase() {
  const keeper = spawn(ownNode(), [at('scripts', 'test-database.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: checkout,
  });
  const ended = once(keeper, 'exit');
  const [line] = await Promise.race([once(keeper.stdout, 'data'), ended.then(() => [undefined])]);
  if (line === undefined) fail(new Error('The Postgres for the tests does not start.'));
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  return { url: line.toString().trim(), stop };
}
