import type { Command } from 'commander';
import { poolOf } from '#platform/database';
import { answer } from './answer.js';
import { withDatabase } from './with-gemina.js';

interface Finding {
  what: string;
  ok: boolean;
  is: string;
}

/** Looks at what commonly goes wrong: the database's version and migrations, events and jobs that are stuck. */
export function addDoctor(program: Command): void {
  const command = program.command('doctor').description('look at what commonly goes wrong, and say what to do');
  command.action(async () => {
    const findings = await withDatabase(async (source): Promise<Finding[]> => {
      const pool = poolOf(source);
      const one = async (sql: string): Promise<number> =>
        Number((await pool.query<{ nr: string }>(sql)).rows[0]?.nr ?? 0);
      const version = await one(`select current_setting('server_version_num')::int / 10000 as nr`);
      const pending = await source.showMigrations();
      const checks: Finding[] = [
        { what: 'Postgres is 15 or later', ok: version >= 15, is: String(version) },
        {
          what: 'The database is up to date',
          ok: !pending,
          is: pending ? 'not: run npm run gemina -- migrate' : 'yes',
        },
      ];
      if (pending) return checks;
      const late = await one(
        `select count(*) as nr from event where relayed_at is null and at < now() - interval '1 minute'`,
      );
      const dead = await one(
        `select count(*) as nr from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null`,
      );
      const overdue = await one(
        `select count(*) as nr from graphile_worker._private_jobs where attempts < max_attempts and locked_at is null and run_at < now() - interval '5 minutes'`,
      );
      return [
        ...checks,
        {
          what: 'Events are announced within a minute',
          ok: late === 0,
          is: late === 0 ? 'yes' : `${late} wait: is any server running?`,
        },
        {
          what: 'Jobs run within five minutes',
          ok: overdue === 0,
          is: overdue === 0 ? 'yes' : `${overdue} wait: is a worker running?`,
        },
        { what: 'No job is dead', ok: dead === 0, is: dead === 0 ? 'yes' : `${dead}: npm run gemina -- jobs --dead` },
      ];
    });
    answer(
      command,
      { findings },
      findings.map(({ what, ok, is }) => `${ok ? '✔' : '✘'} ${what}: ${is}`),
    );
    process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
  });
}
