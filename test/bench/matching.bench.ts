import { monitorEventLoopDelay } from 'node:perf_hooks';
import { blockingEdges, indexRound, learnersFirst, solve, solveInWorker, type RoundInstance } from '#twinning/matching';
import { drawnRound } from './matching-rounds.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ms = (figure: number): string => `${figure.toFixed(figure < 10 ? 1 : 0)} ms`;
const faults: string[] = [];

/** Says the figure beside what it may be at most, and remembers where it is more. */
function measured(
  what: string,
  figure: number,
  atMost: number,
  shown: (figure: number) => string,
  busy?: number,
): void {
  const kept = figure <= atMost;
  if (!kept) faults.push(what);
  const limit = `at most ${shown(atMost)}${kept ? '' : '   MISSED'}`;
  const processor = busy === undefined ? '' : `   (processor ${shown(busy)})`;
  say(`  ${what.padEnd(34)} ${shown(figure).padStart(9)}   ${limit}${processor}`);
}

function time<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** What this thread has had of the processor, in ms: on a busy machine less than the time that passed. */
function processor(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const median = (figures: number[]): number => figures.toSorted((one, two) => one - two)[figures.length >> 1]!;

/** In this process; of each figure the median of five runs, since what runs once a round is never warm for long. */
function learnersFirstOn(instance: RoundInstance) {
  const runs = Array.from({ length: 5 }, () => {
    const before = processor();
    const [round, indexing] = time(() => indexRound(instance));
    const beforeSolving = processor();
    const [edgeOf, solving] = time(() => learnersFirst(round));
    const busySolving = processor() - beforeSolving;
    const [blocking, verifying] = time(() => blockingEdges(round, edgeOf));
    if (blocking.length > 0) throw new Error(`${blocking.length} pairs block a matching that has to be stable.`);
    const pairs = edgeOf.filter((edge) => edge !== -1).length;
    return { pairs, whole: indexing + solving + verifying, solving, busy: processor() - before, busySolving };
  });
  const of = (figure: 'whole' | 'solving' | 'busy' | 'busySolving') => median(runs.map((run) => run[figure]));
  return {
    pairs: runs[0]!.pairs,
    whole: of('whole'),
    solving: of('solving'),
    busy: of('busy'),
    busySolving: of('busySolving'),
  };
}

const megabytes = (figure: number): string => `${Math.round(figure)} MB`;

const instance = drawnRound({ learners: 10_000, mentors: 1000, listLength: 20, places: 8, ties: 0 });
const small = learnersFirstOn(instance);
say(`10,000 learners, 1,000 mentors, lists of 20, 8 places: ${small.pairs} pairs`);
measured('index, solve and verify', small.whole, 500, ms, small.busy);
measured('solve alone', small.solving, 60, ms, small.busySolving);
measured('memory of the process (RSS)', process.memoryUsage.rss() / 2 ** 20, 300, megabytes);

const tied = drawnRound({ learners: 10_000, mentors: 1000, listLength: 20, places: 8, ties: 0.3 });
say('The same with ties, three aims, each solved whole');
for (const aim of ['LEARNERS_FIRST', 'MOST_PAIRS', 'BEST_FIT'] as const) {
  const [solution, taken] = time(() => solve(aim, tied));
  say(
    `  ${aim.padEnd(34)} ${ms(taken).padStart(9)}   ${solution.pairs.length} pairs, ${solution.blockingPairs.length} block`,
  );
}

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const start = performance.now();
await solveInWorker('LEARNERS_FIRST', instance);
const inWorker = performance.now() - start;
delay.disable();
say('10,000 learners in a thread of their own');
say(`  ${'all in all'.padEnd(34)} ${ms(inWorker).padStart(9)}`);
say(`  ${'event loop held up, longest'.padEnd(34)} ${ms(delay.max / 1e6).padStart(9)}`);

const large = drawnRound({ learners: 100_000, mentors: 10_000, listLength: 20, places: 8, ties: 0 });
const { pairs, whole, busy } = learnersFirstOn(large);
say(`100,000 learners, 10,000 mentors, lists of 20, 8 places: ${pairs} pairs`);
measured('index, solve and verify', whole, 8000, ms, busy);

if (faults.length > 0) {
  say(`Missed: ${faults.join('; ')}.`);
  process.exitCode = 1;
}
