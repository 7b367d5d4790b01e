import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { certificateOf } from '#twinning';
import { solve, type RankedPlace, type RoundAim, type RoundInstance, type RoundPair } from '#twinning/matching';
import { faultsOf } from './verify-round-claims.js';
import { CertificateRefused, readRound, type StatedRound } from './verify-round-document.js';

const aims: RoundAim[] = ['LEARNERS_FIRST', 'MOST_PAIRS', 'BEST_FIT'];

/** Learners that all rank all themes of all mentors, with ties on both sides; a different round for each number. */
function roundOf(learners: number, number: number): RoundInstance {
  let state = number + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const ranking = <T>(entries: T[]): T[][] => {
    const ties: T[][] = [];
    for (const entry of entries.map((value) => ({ value, at: next(1000) })).sort((one, two) => one.at - two.at))
      if (ties.length > 0 && next(3) === 0) ties.at(-1)!.push(entry.value);
      else ties.push([entry.value]);
    return ties;
  };
  const ids = Array.from({ length: learners }, (_, at) => `learner-${at + 10}`);
  const mentors = ['Ghent', 'Graz', 'Lund', 'Wien Österreich'].map((id, at) => ({
    id,
    capacity: 1 + next(3),
    ...(at % 2 === 0 && { themes: ['HOUSING', 'YOUTH'].map((theme) => ({ theme, places: 1 + next(2) })) }),
  }));
  const places = mentors.flatMap(({ id, themes }): RankedPlace[] =>
    themes ? themes.map(({ theme }) => ({ mentor: id, theme })) : [{ mentor: id, theme: null }],
  );
  return {
    learners: ids,
    mentors,
    learnerRankings: new Map(ids.map((id) => [id, ranking(places.slice(next(3)))])),
    mentorRankings: new Map(mentors.map(({ id }) => [id, ranking(ids.slice(next(4)))])),
    seed: `announced ${number}`,
    scores: new Map(ids.flatMap((id) => mentors.map((mentor) => [`${id} ${mentor.id}`, next(100) / 100]))),
  };
}

const certified = (aim: RoundAim, round: RoundInstance) => certificateOf(aim, round, solve(aim, round));
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** A result that somebody made up, with hashes that fit it. */
function forged(aim: RoundAim, round: RoundInstance, result: Partial<StatedRound['result']>): StatedRound {
  const { documentHash: _, ...content } = readRound(bytesOf(certified(aim, round)));
  return { ...content, result: { ...content.result, ...result }, documentHash: 'not asked for' };
}

/** Pairs of a result all have ranks. */
const ranked = (pairs: RoundPair[]) => pairs as StatedRound['result']['pairs'];

describe('verify-round', () => {
  it('verifies what the solver certifies, whatever the aim', () => {
    for (let number = 0; number < 100; number++)
      for (const aim of aims) {
        const round = readRound(bytesOf(certified(aim, roundOf(4 + (number % 9), number))));

        assert.deepEqual(faultsOf(round), [], `${aim} ${number}`);
      }
  });

  it('reads the whole certificate and the document alone, as one line, indented, or with keys in another order', () => {
    const certificate = certified('LEARNERS_FIRST', roundOf(9, 1));
    const reversed = Object.fromEntries(Object.entries(certificate.document).reverse());

    for (const value of [certificate, certificate.document, reversed])
      for (const text of [JSON.stringify(value), `${JSON.stringify(value, null, 2)}\n`])
        assert.equal(readRound(Buffer.from(text)).inputHash, certificate.inputHash);
  });

  it('refuses a certificate of which any one byte was changed', () => {
    const bytes = bytesOf(certified('MOST_PAIRS', roundOf(5, 2)));
    assert.deepEqual(faultsOf(readRound(bytes)), []);

    for (let at = 0; at < bytes.length; at++)
      for (const bit of new Set([1 << (at % 8), 32])) {
        const changed = Uint8Array.from(bytes);
        changed[at]! ^= bit;
        assert.throws(() => readRound(changed), CertificateRefused, `byte ${at}, bit ${bit}`);
      }
  });

  it('refuses a byte too many or too few', () => {
    const bytes = bytesOf(certified('LEARNERS_FIRST', roundOf(5, 3)));

    for (let at = 0; at < bytes.length; at++) {
      const before = bytes.subarray(0, at);
      assert.throws(() => readRound(Buffer.concat([before, bytes.subarray(at + 1)])), CertificateRefused);
      assert.throws(() => readRound(Buffer.concat([before, Buffer.from(' '), bytes.subarray(at)])), CertificateRefused);
    }
  });

  it('refuses inputs or a result whose hash is another', () => {
    const { document, ...rest } = certified('LEARNERS_FIRST', roundOf(9, 4));
    const sha256 = createHash('sha256').update('{}').digest('hex');

    assert.throws(() => readRound(bytesOf({ ...rest, inputHash: sha256, document })), /hash in the document/);
    assert.throws(() => readRound(bytesOf({ ...document, inputHash: sha256 })), /hash of the inputs/);
    assert.throws(() => readRound(bytesOf({ ...document, documentHash: sha256 })), /hash of the document/);
  });

  it('finds a pair too many, a pair twice, a false rank, and one that did not rank each other', () => {
    const round = { ...roundOf(9, 5), mentors: roundOf(9, 5).mentors.map((mentor) => ({ ...mentor, capacity: 1 })) };
    const { pairs } = solve('MOST_PAIRS', round);
    const [first, ...others] = pairs as [RoundPair, ...RoundPair[]];
    const toOne = round.learners.slice(4).map((learner) => ({ ...first, learner, mentorRank: 1, learnerRank: 1 }));
    const stranger = { ...first, learner: 'learner-99' };
    const faultsWith = (made: RoundPair[]) => faultsOf(forged('MOST_PAIRS', round, { pairs: ranked(made) })).join(' ');

    assert.match(faultsWith([...pairs, ...toOne]), /more pairs than places in all/);
    assert.match(faultsWith([first, ...pairs]), /two places/);
    assert.match(faultsWith([{ ...first, learnerRank: first.learnerRank! + 1 }, ...others]), /ranked each other/);
    assert.match(faultsWith([stranger, ...others]), /did not both rank each other/);
    assert.match(faultsWith(others), /left without a pair/);
  });

  it('finds pairs that block a matching said to be stable, and those that best fit leaves unsaid', () => {
    const round = roundOf(12, 6);
    const fit = solve('BEST_FIT', round);
    const { pairs, unmatched, blockingPairs } = fit;
    assert.ok(blockingPairs.length > 0);

    const asStable = forged('MOST_PAIRS', round, { pairs: ranked(pairs), unmatched, blockingPairs: [] });
    const silent = forged('BEST_FIT', round, { blockingPairs: ranked(blockingPairs.slice(1)) });

    assert.equal(faultsOf(asStable).filter((fault) => fault.includes('blocks')).length, blockingPairs.length);
    assert.match(faultsOf(silent).join(' '), /not those/);
  });

  it('finds ties that were broken under another seed', () => {
    const different = Array.from({ length: 50 }, (_, number) => roundOf(12, number)).flatMap((round) => {
      const secretly = solve('LEARNERS_FIRST', { ...round, seed: 'chosen afterwards' });
      const same = JSON.stringify(secretly) === JSON.stringify(solve('LEARNERS_FIRST', round));
      return same ? [] : [forged('LEARNERS_FIRST', round, secretly as unknown as StatedRound['result'])];
    });

    assert.ok(different.length > 10);
    for (const round of different) assert.match(faultsOf(round).join(' '), /gives other pairs/);
  });

  it('finds a sum of scores that is not the highest', () => {
    const worse = Array.from({ length: 50 }, (_, number) => roundOf(12, number)).flatMap((round) => {
      const other = solve('BEST_FIT', { ...round, scores: new Map() });
      const sum = (pairs: RoundPair[]) =>
        pairs.reduce((total, { learner, mentor }) => total + 1 + 1e6 * round.scores!.get(`${learner} ${mentor}`)!, 0);
      const lower = sum(other.pairs) < sum(solve('BEST_FIT', round).pairs) - 0.5;
      return lower ? [forged('BEST_FIT', round, other as unknown as StatedRound['result'])] : [];
    });

    assert.ok(worse.length > 10);
    for (const round of worse) assert.match(faultsOf(round).join(' '), /higher sum/);
  });
});
