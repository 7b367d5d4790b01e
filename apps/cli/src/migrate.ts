import type { Command } from 'commander';
import { migrate } from '#platform/database';
import { answer } from './answer.js';
import { withDatabase } from './with-gemina.js';

/** Brings the database up to date; harmless when it is, and beside running servers. */
export function addMigrate(program: Command): void {
  const command = program.command('migrate').description('bring the database up to date');
  command.action(async () => {
    const ran = await withDatabase((source) => migrate(source));
    answer(
      command,
      { migrations: ran },
      ran.length > 0 ? ran.map((name) => `Ran ${name}.`) : ['The database was up to date.'],
    );
  });
}
