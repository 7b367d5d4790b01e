import { parentPort } from 'node:worker_threads';
import { packPairs } from './packed-pairs.js';
import { UnsoundRound, type RoundInstance } from './round-instance.js';
import type { FromWorker, ToWorker } from './solve-in-worker.js';
import { solve } from './solve.js';
import { whyNot } from './why-not.js';

/** The thread behind `solveInWorker` and `whyNotInWorker`: hears a round, answers one question about it. */
const round: RoundInstance = {
  learners: [],
  mentors: [],
  learnerRankings: new Map(),
  mentorRankings: new Map(),
  seed: '',
};

parentPort!.on('message', (message: ToWorker) => {
  switch (message.told) {
    case 'PARTIES':
      round.learners = message.learners;
      round.mentors = message.mentors;
      round.seed = message.seed;
      if (message.scored) round.scores = new Map();
      return;
    case 'LEARNER_RANKINGS':
      for (const [id, ranking] of message.entries) round.learnerRankings.set(id, ranking);
      return;
    case 'MENTOR_RANKINGS':
      for (const [id, ranking] of message.entries) round.mentorRankings.set(id, ranking);
      return;
    case 'SCORES':
      for (const [pair, score] of message.entries) round.scores!.set(pair, score);
      return;
    case 'SOLVE':
    case 'WHY_NOT':
      parentPort!.postMessage(answerTo(message));
  }
});

function answerTo(message: Extract<ToWorker, { told: 'SOLVE' | 'WHY_NOT' }>): FromWorker {
  try {
    if (message.told === 'WHY_NOT') return { whyNot: whyNot(round, message.solution, message.learner, message.mentor) };
    const { pairs, blockingPairs, ...rest } = solve(message.aim, round);
    return { ...rest, pairs: packPairs(pairs, round), blockingPairs: packPairs(blockingPairs, round) };
  } catch (error) {
    if (error instanceof UnsoundRound) return { unsound: error.message };
    throw error;
  }
}
