import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { answer } from './answer.js';
import { faultsOf } from './verify-round-claims.js';
import { CertificateRefused, readRound, type StatedRound } from './verify-round-document.js';

interface Announced {
  seed?: string;
  inputHash?: string;
}

/** Checks a round's certificate offline: nothing is asked of a server, and nothing of the solver's is used. */
export function addVerifyRound(program: Command): void {
  const command = program
    .command('verify-round')
    .description("check a round's certificate: hashes, places, rankings, the seed's draw, and that no pair blocks")
    .argument('<file>', 'the certificate, or its document, as JSON')
    .option('--seed <text>', 'the seed that was announced beforehand')
    .option('--input-hash <hex>', 'the hash of the inputs that was published');
  command.action(async (file: string, announced: Announced) => {
    const { round, faults } = check(await readFile(file), announced);
    if (faults.length > 0) process.exitCode = 1;
    const summary = round && { aim: round.aim, algorithm: round.algorithm, inputHash: round.inputHash };
    answer(
      command,
      { verified: faults.length === 0, faults, ...summary },
      faults.length > 0 ? refused(faults) : told(round!),
    );
  });
}

function check(bytes: Uint8Array, announced: Announced): { round?: StatedRound; faults: string[] } {
  try {
    const round = readRound(bytes);
    const faults = faultsOf(round);
    if ((announced.seed ?? round.instance.seed) !== round.instance.seed)
      faults.push(`The seed is ${round.instance.seed}, and not the one that was announced.`);
    if ((announced.inputHash ?? round.inputHash) !== round.inputHash)
      faults.push(`The hash of the inputs is ${round.inputHash}, and not the one that was published.`);
    return { round, faults };
  } catch (error) {
    if (error instanceof CertificateRefused) return { faults: [error.message] };
    throw error;
  }
}

const FAULTS_TOLD = 20;

function refused(faults: string[]): string[] {
  const more = faults.length > FAULTS_TOLD ? [`And ${faults.length - FAULTS_TOLD} more.`] : [];
  return ['Not verified.', ...faults.slice(0, FAULTS_TOLD), ...more];
}

function told({ aim, algorithm, inputHash, instance, result }: StatedRound): string[] {
  const claims = {
    LEARNERS_FIRST: 'No pair blocks; deferred acceptance, run again under this seed, gives the same pairs.',
    MOST_PAIRS: 'No pair blocks, ties kept.',
    BEST_FIT: `No pairs have a higher sum of scores; ${result.blockingPairs.length} pairs block, those listed.`,
  };
  return [
    `Verified: ${result.pairs.length} pairs of ${instance.learners.length} learners and ${instance.mentors.length} mentors.`,
    `${claims[aim]} Every pair ranked each other, and no mentor has more pairs than places.`,
    `Algorithm ${algorithm}, seed ${JSON.stringify(instance.seed)}, SHA-256 of the inputs ${inputHash}.`,
  ];
}
