import assert from 'node:assert/strict';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { inCheckout } from './checkout.js';
import { commandsOf } from './readme.js';

describe('the two commands', () => {
  it('stand in the README', async () => {
    const commands = commandsOf(await readFile(inCheckout('README.md'), 'utf8'));

    for (const command of ['npm start', 'npm test'])
      assert.ok(commands.includes(command), `The README has no ${command}`);
  });

  it('are all that CI runs: the test command, and nothing hidden', async () => {
    const script = await readFile(inCheckout('.ci/run'), 'utf8');

    const preparation = /^(#.*|set .*|cd .*|)$/;
    const steps = script.split('\n').filter((line) => !preparation.test(line));
    assert.deepEqual(steps, ['CI=true exec npm test </dev/null']);
    await access(inCheckout('.ci/run'), constants.X_OK);
  });

  it('run the scripts of this checkout', async () => {
    const { scripts } = JSON.parse(await readFile(inCheckout('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };

    for (const name of ['start', 'test', 'gemina']) {
      assert.equal(scripts[name], `node scripts/${name}.mjs`);
      await access(inCheckout(`scripts/${name}.mjs`));
      for (const hook of [`pre${name}`, `post${name}`]) assert.equal(scripts[hook], undefined);
    }
  });
});
