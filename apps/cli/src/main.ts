import { Command, CommanderError } from 'commander';
import { ConfigFaults } from '#platform/config';
import { Refusal } from '#platform/refusals';
import { addCreateAdmin } from './create-admin.js';
import { addDemo } from './demo.js';
import { addDoctor } from './doctor.js';
import { addJobs } from './jobs.js';
import { addMigrate } from './migrate.js';
import { addVerifyRound } from './verify-round.js';

const program = new Command('gemina')
  .description('Commands for whoever operates Gemina. Exit status: 0 done, 1 failed, 2 wrong usage.')
  .option('--json', 'answer in JSON, for scripts')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

for (const add of [addMigrate, addDemo, addCreateAdmin, addJobs, addDoctor, addVerifyRound]) add(program);

/** Runs one command; refusals and faults of the configuration are told in their own words. */
try {
  await program.parseAsync();
  process.exit(process.exitCode ?? 0);
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  const told = error instanceof Refusal || error instanceof ConfigFaults;
  process.stderr.write(`${told ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
