import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RoundPair, type RoundSolution } from './matching/index.js';
import { oneSided } from './one-sided.js';
import { compareAims } from './round-comparison.js';
import { shiftsBetween } from './round-what-if.js';

const pair = (learner: string, mentor: string, learnerRank: number, mentorRank = 1): RoundPair => ({
  learner,
  mentor,
  theme: null,
  learnerRank,
  mentorRank,
});
const solution = (pairs: RoundPair[], unmatched: string[] = [], blockingPairs: RoundPair[] = []): RoundSolution => ({
  pairs,
  unmatched,
  blockingPairs,
  algorithm: 'a',
});

describe('the three aims beside each other', () => {
  it('count pairs, ranks, blocking pairs and who is left', () => {
    const compared = compareAims(
      {
        MOST_PAIRS: solution([pair('a', 'm', 2), pair('b', 'm', 1, 3), pair('c', 'n', 2)]),
        LEARNERS_FIRST: solution([pair('a', 'm', 1)], ['b', 'c']),
        BEST_FIT: solution([pair('a', 'm', 1)], ['b', 'c'], [pair('b', 'n', 1)]),
      },
      'MOST_PAIRS',
    );

    assert.deepEqual(
      compared.map(({ aim, chosen, pairs, blockingPairs }) => [aim, chosen, pairs, blockingPairs]),
      [
        ['LEARNERS_FIRST', false, 1, 0],
        ['MOST_PAIRS', true, 3, 0],
        ['BEST_FIT', false, 1, 1],
      ],
    );
    assert.deepEqual(compared[1]?.learnerRanks, [
      { rank: 1, count: 1 },
      { rank: 2, count: 2 },
    ]);
    assert.deepEqual(compared[0]?.unmatchedIds, ['b', 'c']);
  });
});

describe('who gains and who loses', () => {
  it('is told by the rank that each learner gives its mentor', () => {
    const now = [pair('a', 'm', 2), pair('b', 'm', 1), pair('c', 'n', 1), pair('e', 'n', 1)];
    const then = [pair('a', 'n', 1), pair('b', 'm', 1), pair('d', 'm', 3), pair('e', 'm', 1)];

    const { gains, losses } = shiftsBetween(now, then);

    assert.deepEqual(
      gains.map(({ cityId, from, to }) => [cityId, from?.mentor, to?.mentor]),
      [
        ['a', 'm', 'n'],
        ['d', undefined, 'm'],
      ],
    );
    assert.deepEqual(
      losses.map(({ cityId }) => cityId),
      ['c'],
    );
  });
});

describe('one-sided rankings', () => {
  it('are those that the other has not answered', () => {
    const rankings = [
      { cityId: 'a', side: 'LEARNER' as const, ranking: [['m'], ['n']] },
      { cityId: 'm', side: 'MENTOR' as const, ranking: [['a', 'b']] },
      { cityId: 'n', side: 'LEARNER' as const, ranking: [['a']] },
    ];

    assert.deepEqual(oneSided(rankings), [
      { cityId: 'a', side: 'LEARNER', unansweredIds: ['n'] },
      { cityId: 'm', side: 'MENTOR', unansweredIds: ['b'] },
      { cityId: 'n', side: 'LEARNER', unansweredIds: ['a'] },
    ]);
  });
});
