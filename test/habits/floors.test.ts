import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { inCheckout, runNode } from './checkout.js';

/** A small house with the layout of ours, in which every import is allowed. */
const house: Record<string, string> = {
  'libs/platform/src/time/index.ts': `export const now = 1;`,
  'libs/platform/src/jobs/index.ts': `import { now } from '../time/index.js'; export const job = now;`,
  'libs/platform/src/testing/index.ts': `export const fixture = 1;`,
  'libs/people/src/index.ts': `import { now } from '#platform/time'; export const person = now;`,
  'libs/people/src/password.ts': `export const password = 1;`,
  'libs/people/src/password.spec.ts': `import { password } from './password.js'; import { fixture } from '#platform/testing'; export const x = [password, fixture];`,
  'libs/people/testing/index.ts': `import { person } from '#people'; export const makePerson = person;`,
  'libs/cities/src/index.ts': `import { person } from '#people'; export const city = person;`,
  'libs/cities/testing/index.ts': `import { makePerson } from '#people/testing'; export const makeCity = makePerson;`,
  'libs/discussions/src/index.ts': `import { city } from '#cities'; export const thread = city;`,
  'libs/twinning/src/index.ts': `import { thread } from '#discussions'; export const twinning = thread;`,
  'libs/meetings/src/index.ts': `import { city } from '#cities'; export const meeting = city;`,
  'libs/mailing-lists/src/index.ts': `import { thread } from '#discussions'; export const list = thread;`,
  'apps/server/src/app.ts': `import { list } from '#mailing-lists'; import { makeCity } from '#cities/testing'; export const app = [list, makeCity];`,
  'apps/cli/src/main.ts': `import { app } from '#server/app'; export const command = app;`,
  'apps/web/src/main.ts': `export const page = 1;`,
  'test/journeys/journey.test.ts': `import { makeCity } from '#cities/testing'; import { twinning } from '#twinning'; export const journey = [makeCity, twinning];`,
};

/** One import each that the house forbids: the file, what it imports, and the rule that must catch it. */
const forbidden: [file: string, imported: string, rule: string][] = [
  ['libs/platform/src/jobs/digest.ts', '#people', 'no-import-up-from-platform'],
  ['libs/people/src/focal-point.ts', '#cities', 'no-import-up-from-people'],
  ['libs/cities/src/groups.ts', '#discussions', 'no-import-up-from-cities'],
  ['libs/discussions/src/twinned.ts', '#twinning', 'no-import-up-from-discussions'],
  ['libs/twinning/src/mail.ts', '#mailing-lists', 'no-import-up-from-twinning'],
  ['libs/mailing-lists/src/wiring.ts', '../../../apps/server/src/app.js', 'no-import-up-from-mailing-lists'],
  ['libs/twinning/src/meeting.ts', '#meetings', 'no-import-sideways-from-twinning'],
  ['libs/meetings/src/twin.ts', '#twinning', 'no-import-sideways-from-meetings'],
  ['libs/cities/src/back-door.ts', '../../people/src/password.js', 'a-lib-is-entered-by-its-index'],
  ['apps/server/src/back-door.ts', '../../../libs/people/src/password.js', 'a-lib-is-entered-by-its-index'],
  ['test/journeys/back-door.ts', '../../libs/people/src/password.js', 'a-lib-is-entered-by-its-index'],
  ['apps/web/src/shortcut.ts', '#people', 'web-imports-no-lib'],
  ['apps/web/src/wiring.ts', '../../server/src/app.js', 'web-imports-no-lib'],
  ['apps/server/src/command.ts', '../../cli/src/main.js', 'server-imports-no-other-app'],
  ['libs/cities/src/made-up.ts', '#people/testing', 'libs-do-not-import-tests'],
  ['libs/cities/src/fixed.ts', '#platform/testing', 'libs-do-not-import-tests'],
  ['apps/server/src/journey.ts', '../../../test/journeys/journey.test.js', 'nothing-imports-test'],
  ['libs/cities/src/typo.ts', '#peolpe', 'every-import-resolves'],
];

describe('the floors of the house', () => {
  it('hold in this tree', { timeout: 60_000 }, async () => {
    const { status, stdout } = await cruise(inCheckout('.'));

    assert.equal(status, 0, stdout);
  });

  it('allow what an honest house imports', async (t) => {
    const tree = await build(t, house);

    const { status, stdout } = await cruise(tree);

    assert.equal(status, 0, stdout);
  });

  it('refuse each import that goes up, sideways or in by a back door, by the name of its rule', async (t) => {
    const trespassers = forbidden.map(([file, imported]) => [
      file,
      `import * as there from '${imported}'; export const here = there;`,
    ]);
    const tree = await build(t, { ...house, ...(Object.fromEntries(trespassers) as Record<string, string>) });

    const { status, stdout } = await cruise(tree);

    const caught = [...stdout.matchAll(/error (\S+): (\S+) →/g)].map(([, rule, file]) => `${file}: ${rule}`);
    for (const [file, imported, rule] of forbidden)
      assert.ok(caught.includes(`${file}: ${rule}`), `${file} may import ${imported}`);
    const innocent = Object.keys(house).filter((file) => caught.some((fault) => fault.startsWith(`${file}:`)));
    assert.deepEqual(innocent, []);
    assert.equal(status, caught.length);
  });

  it('refuse two files that import each other', async (t) => {
    const circle = {
      'libs/people/src/hen.ts': `import { egg } from './egg.js'; export const hen = () => egg;`,
      'libs/people/src/egg.ts': `import { hen } from './hen.js'; export const egg = () => hen;`,
    };
    const tree = await build(t, { ...house, ...circle });

    const { status, stdout } = await cruise(tree);

    assert.notEqual(status, 0);
    assert.match(stdout, /no-cycles/);
  });
});

/** Writes the files into a new folder, with this checkout's own rules and import names. */
async function build(t: TestContext, files: Record<string, string>): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'gemina-floors-'));
  t.after(() => rm(tree, { recursive: true }));
  for (const own of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    await cp(inCheckout(own), join(tree, own));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), `${text}\n`);
  }
  return tree;
}

function cruise(tree: string) {
  const program = inCheckout('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  return runNode(
    [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs', 'test'],
    tree,
  );
}
