import type { Command } from 'commander';
import { JobList } from '#platform/jobs';
import { answer } from './answer.js';
import { withGemina } from './with-gemina.js';

/** What waits in the queue, what has died there, and the way back. */
export function addJobs(program: Command): void {
  const command = program
    .command('jobs')
    .description('list the jobs that wait, or give one that died all its attempts again')
    .option('--dead', 'only those that have used up their attempts')
    .option('--retry <id>', 'try this job again, starting now');
  command.action(async ({ dead, retry }: { dead?: boolean; retry?: string }) => {
    await withGemina(async (app) => {
      const list = app.get(JobList);
      if (retry) {
        await list.retry(retry);
        return answer(command, { retried: retry }, [`Job ${retry} will be tried again.`]);
      }
      const jobs = await list.list(Boolean(dead));
      const lines = jobs.map((job) => {
        const error = job.lastError ? ` ${job.lastError.split('\n')[0]}` : '';
        return `${job.id}  ${job.dead ? 'dead' : `from ${job.runAt.toISOString()}`}  ${job.name}  ${job.attempts}/${job.maxAttempts}${error}`;
      });
      return answer(command, { jobs }, lines.length > 0 ? lines : [dead ? 'No job is dead.' : 'No job waits.']);
    });
  });
}
