import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rankingOf, readRankingRows } from './ranking-rows.js';

describe('rows of a file of rankings', () => {
  it('are read whatever the order of their columns, and names are compared in lower case', () => {
    const { rows, wrong } = readRankingRows('rank,choice,note,side,city\n2, Graz ,x,mentor,BRNO');

    assert.deepEqual(wrong, []);
    assert.deepEqual(rows, [{ row: 2, city: 'brno', side: 'MENTOR', choice: 'graz', rank: 2 }]);
  });

  it('are refused one by one, each for the first thing that is wrong with it', () => {
    const body = [
      ',LEARNER,1,a',
      'b,LEARNER,1,',
      'b,NEITHER,1,a',
      'b,LEARNER,1.5,a',
      'b,LEARNER,10000,a',
      'b,LEARNER,1',
      'b,LEARNER,1,a',
    ];

    const { rows, wrong } = readRankingRows(`city,side,rank,choice\n${body.join('\n')}`);

    assert.deepEqual(
      wrong.map(({ row }) => row),
      [2, 3, 4, 5, 6, 7],
    );
    assert.equal(rows.length, 1);
  });

  it('name a choice once per city and side', () => {
    const { wrong } = readRankingRows('city,side,rank,choice\na,LEARNER,1,b\na,MENTOR,1,b\na,LEARNER,2,b');

    assert.deepEqual(wrong, [{ row: 4, reason: 'b is ranked already, in row 2.' }]);
  });

  it('name 500 cities in one ranking at the most', () => {
    const body = Array.from({ length: 502 }, (_, index) => `a,LEARNER,1,c${index}`);

    const { wrong } = readRankingRows(['city,side,rank,choice', ...body].join('\n'));

    assert.deepEqual(wrong, [{ row: 502, reason: 'A ranking names 500 cities at the most.' }]);
  });

  it('become a ranking by rank, equal ranks a tie, gaps nothing', () => {
    const rows = [
      { rank: 7, choice: 'c' },
      { rank: 1, choice: 'a' },
      { rank: 7, choice: 'd' },
    ];

    assert.deepEqual(rankingOf(rows), [['a'], ['c', 'd']]);
  });
});
