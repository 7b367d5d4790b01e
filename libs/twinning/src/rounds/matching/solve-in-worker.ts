import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { unpackPairs, type PackedPairs } from './packed-pairs.js';
import {
  UnsoundRound,
  type RankedPlace,
  type RoundAim,
  type RoundInstance,
  type RoundMentor,
  type RoundSolution,
} from './round-instance.js';
import type { WhyNot } from './why-not.js';

/** What the thread is told, in this order: who takes part, the rankings in parts, then what is wanted. */
export type ToWorker =
  | { told: 'PARTIES'; learners: string[]; mentors: RoundMentor[]; seed: string; scored: boolean }
  | { told: 'LEARNER_RANKINGS'; entries: [string, RankedPlace[][]][] }
  | { told: 'MENTOR_RANKINGS'; entries: [string, string[][]][] }
  | { told: 'SCORES'; entries: [string, number][] }
  | { told: 'SOLVE'; aim: RoundAim }
  | { told: 'WHY_NOT'; solution: RoundSolution; learner: string; mentor: string };

export type FromWorker =
  | { pairs: PackedPairs; unmatched: string[]; blockingPairs: PackedPairs; algorithm: string }
  | { whyNot: WhyNot }
  | { unsound: string };

/** Ties and scores that cross at a time: about a millisecond of copying before the event loop has its turn. */
const ENTRIES_AT_ONCE = 2000;

/** `solve` in a thread of its own; what is copied there goes in parts, between which the event loop has its turn. */
export async function solveInWorker(aim: RoundAim, instance: RoundInstance): Promise<RoundSolution> {
  const answer = await ask(instance, { told: 'SOLVE', aim });
  if (!('pairs' in answer)) throw new TypeError('The thread answered another question.');
  return {
    pairs: unpackPairs(answer.pairs, instance),
    unmatched: answer.unmatched,
    blockingPairs: unpackPairs(answer.blockingPairs, instance),
    algorithm: answer.algorithm,
  };
}

/** `whyNot` in a thread of its own: it solves the round many times over. */
export async function whyNotInWorker(
  instance: RoundInstance,
  solution: RoundSolution,
  learner: string,
  mentor: string,
): Promise<WhyNot> {
  const answer = await ask(instance, { told: 'WHY_NOT', solution, learner, mentor });
  if (!('whyNot' in answer)) throw new TypeError('The thread answered another question.');
  return answer.whyNot;
}

async function ask(instance: RoundInstance, wanted: ToWorker): Promise<FromWorker> {
  const worker = new Worker(new URL('./solve-worker.js', import.meta.url));
  try {
    const answered = once(worker, 'message') as Promise<[FromWorker]>;
    const ended = once(worker, 'exit').then(([code]) => {
      throw new Error(`The thread that solves rounds ended with ${code} before it answered.`);
    });
    const [answer] = await Promise.race([answered, ended, tell(worker, instance, wanted).then(() => answered)]);
    if ('unsound' in answer) throw new UnsoundRound(answer.unsound);
    return answer;
  } finally {
    await worker.terminate();
  }
}

async function tell(worker: Worker, instance: RoundInstance, wanted: ToWorker): Promise<void> {
  const { learners, mentors, seed, scores } = instance;
  const post = (message: ToWorker) => worker.postMessage(message);
  post({ told: 'PARTIES', learners, mentors, seed, scored: scores !== undefined });
  for await (const entries of inParts(instance.learnerRankings, lengthOf)) post({ told: 'LEARNER_RANKINGS', entries });
  for await (const entries of inParts(instance.mentorRankings, lengthOf)) post({ told: 'MENTOR_RANKINGS', entries });
  if (scores) for await (const entries of inParts(scores, () => 1)) post({ told: 'SCORES', entries });
  post(wanted);
}

const lengthOf = (ranking: readonly unknown[]): number => ranking.length;

async function* inParts<V>(
  entries: ReadonlyMap<string, V>,
  lengthOf: (value: V) => number,
): AsyncGenerator<[string, V][]> {
  let part: [string, V][] = [];
  let length = 0;
  for (const entry of entries) {
    part.push(entry);
    length += lengthOf(entry[1]);
    if (length < ENTRIES_AT_ONCE) continue;
    yield part;
    part = [];
    length = 0;
    await setImmediate();
  }
  if (part.length > 0) yield part;
}
