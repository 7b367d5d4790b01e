import type { Command } from 'commander';
import { loadDemo } from '#server/demo/load-demo';
import { answer } from './answer.js';
import { withGemina } from './with-gemina.js';

/** Fills an empty database with the demo network. */
export function addDemo(program: Command): void {
  const command = program
    .command('demo')
    .description('load the demo network into a database where nobody has signed up yet');
  command.action(async () => {
    await withGemina(async (app) => {
      const loaded = await loadDemo(app);
      answer(command, { loaded }, [
        loaded ? 'The demo network is loaded.' : 'There are people here already: nothing was changed.',
      ]);
    });
  });
}
