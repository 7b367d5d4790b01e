import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALGORITHMS, UnsoundRound, type RoundAim, type RoundInstance } from './round-instance.js';
import { drawOf } from './seeded-draw.js';
import { solveInWorker, whyNotInWorker } from './solve-in-worker.js';
import { blockingPairsOf, solve } from './solve.js';
import { whyNot } from './why-not.js';

const at = (mentor: string, theme: string | null = null) => ({ mentor, theme });

/** Bonn and Cork both want Graz, which likes them the same, and both would also go to Lund; only Bonn may. */
const tie: RoundInstance = {
  learners: ['Bonn', 'Cork'],
  mentors: [
    { id: 'Graz', capacity: 1 },
    { id: 'Lund', capacity: 1 },
  ],
  learnerRankings: new Map([
    ['Bonn', [[at('Graz')], [at('Lund')]]],
    ['Cork', [[at('Graz')]]],
  ]),
  mentorRankings: new Map([
    ['Graz', [['Bonn', 'Cork']]],
    ['Lund', [['Bonn']]],
  ]),
  seed: 'Vienna 2026',
};
const seedWhere = (first: string, second: string): string => {
  const seeds = Array.from({ length: 64 }, (_, number) => `seed ${number}`);
  return seeds.find((seed) => drawOf(seed, first) < drawOf(seed, second))!;
};

describe('solve', () => {
  it('breaks a tie by the lower SHA-256 of seed and id', () => {
    for (const [winner, loser] of [
      ['Bonn', 'Cork'],
      ['Cork', 'Bonn'],
    ] as const) {
      const { pairs } = solve('LEARNERS_FIRST', { ...tie, seed: seedWhere(winner, loser) });

      assert.equal(pairs.find(({ mentor }) => mentor === 'Graz')?.learner, winner);
    }
  });

  it('keeps the tie where that makes more pairs', () => {
    for (const seed of ['1', '2', '3', '4']) {
      const { pairs, unmatched } = solve('MOST_PAIRS', { ...tie, seed });

      assert.deepEqual(pairs, [
        { learner: 'Bonn', mentor: 'Lund', theme: null, learnerRank: 2, mentorRank: 1 },
        { learner: 'Cork', mentor: 'Graz', theme: null, learnerRank: 1, mentorRank: 1 },
      ]);
      assert.deepEqual(unmatched, []);
    }
  });

  it('takes the highest sum, and lists whom that leaves wishing for each other', () => {
    const strict = { ...tie, mentorRankings: new Map([...tie.mentorRankings, ['Graz', [['Bonn'], ['Cork']]]]) };
    const scores = new Map([
      ['Bonn Graz', 0.5],
      ['Bonn Lund', 0.4],
      ['Cork Graz', 0.3],
    ]);

    const { pairs, blockingPairs } = solve('BEST_FIT', { ...strict, scores });

    assert.deepEqual(
      pairs.map(({ learner, mentor }) => `${learner} ${mentor}`),
      ['Bonn Lund', 'Cork Graz'],
    );
    assert.deepEqual(blockingPairs, [{ learner: 'Bonn', mentor: 'Graz', theme: null, learnerRank: 1, mentorRank: 1 }]);
    assert.deepEqual(blockingPairsOf(strict, pairs), blockingPairs);
  });

  it('keeps the places of a theme and those in all', () => {
    const learners = ['Bonn', 'Cork', 'Dijon'];
    const round: RoundInstance = {
      learners,
      mentors: [{ id: 'Graz', capacity: 2, themes: ['HOUSING', 'YOUTH'].map((theme) => ({ theme, places: 2 })) }],
      learnerRankings: new Map(learners.map((id) => [id, [[at('Graz', 'HOUSING')], [at('Graz', 'YOUTH')]]])),
      mentorRankings: new Map([['Graz', learners.map((id) => [id])]]),
      seed: '',
    };

    for (const aim of ['LEARNERS_FIRST', 'MOST_PAIRS'] as const) {
      const { pairs, unmatched } = solve(aim, round);
      assert.deepEqual(
        pairs.map(({ learner, theme }) => [learner, theme]),
        [
          ['Bonn', 'HOUSING'],
          ['Cork', 'HOUSING'],
        ],
      );
      assert.deepEqual(unmatched, ['Dijon']);
    }
  });

  it('lets a learner have a place it prefers at its own mentor when another gave it back', () => {
    const graz = (...themes: string[]) => themes.map((theme) => [at('Graz', theme)]);
    const round: RoundInstance = {
      learners: ['Bonn', 'Cork', 'Dijon'],
      mentors: [
        {
          id: 'Graz',
          capacity: 2,
          themes: [
            { theme: 'HOUSING', places: 1 },
            { theme: 'YOUTH', places: 2 },
          ],
        },
        { id: 'Lund', capacity: 1 },
      ],
      learnerRankings: new Map([
        ['Bonn', [...graz('HOUSING'), [at('Lund')]]],
        ['Cork', graz('HOUSING', 'YOUTH')],
        ['Dijon', graz('YOUTH')],
      ]),
      mentorRankings: new Map([
        ['Graz', [['Dijon'], ['Bonn', 'Cork']]],
        ['Lund', [['Bonn']]],
      ]),
      seed: '',
    };

    const { pairs, blockingPairs } = solve('MOST_PAIRS', round);

    assert.deepEqual(blockingPairs, []);
    assert.deepEqual(
      pairs.map(({ learner, mentor, theme }) => [learner, mentor, theme]),
      [
        ['Bonn', 'Lund', null],
        ['Cork', 'Graz', 'HOUSING'],
        ['Dijon', 'Graz', 'YOUTH'],
      ],
    );
  });

  it('pairs nobody in a round without learners, mentors, places or wishes', () => {
    const nobody = { learners: [], mentors: [], learnerRankings: new Map(), mentorRankings: new Map(), seed: '' };
    const noPlaces = { ...tie, mentors: tie.mentors.map((mentor) => ({ ...mentor, capacity: 0 })) };
    const noWishes = { ...tie, learnerRankings: new Map([['Bonn', []]]) };

    for (const aim of Object.keys(ALGORITHMS) as RoundAim[])
      for (const round of [nobody, noPlaces, noWishes]) {
        const { pairs, unmatched, blockingPairs } = solve(aim, round);
        assert.deepEqual([pairs, unmatched, blockingPairs], [[], round.learners, []]);
      }
  });

  it('refuses a round that contradicts itself', () => {
    const learnerRanks = (...ranking: { mentor: string; theme: string | null }[][]): RoundInstance => ({
      ...tie,
      learnerRankings: new Map([['Bonn', ranking]]),
    });
    const unsound: [RoundInstance, RegExp][] = [
      [learnerRanks([at('Oslo')]), /Oslo, which is no mentor/],
      [learnerRanks([at('Graz', 'HOUSING')]), /HOUSING, which this mentor does not offer/],
      [learnerRanks([at('Graz')], [at('Graz')]), /twice/],
      [{ ...tie, mentorRankings: new Map([['Graz', [['Oslo']]]]) }, /Oslo, which is no learner/],
      [{ ...tie, mentorRankings: new Map([['Graz', [['Bonn', 'Bonn']]]]) }, /twice/],
      [{ ...tie, mentorRankings: new Map([['Oslo', []]]) }, /no mentor of this round/],
      [{ ...tie, learnerRankings: new Map([['Oslo', []]]) }, /no learner of this round/],
      [{ ...tie, learners: ['Bonn', 'Bonn'] }, /in the round twice/],
      [{ ...tie, mentors: [{ id: 'Graz', capacity: 1.5 }] }, /no number of places/],
      [{ ...tie, mentors: [{ id: 'Graz', capacity: -1 }] }, /no number of places/],
    ];

    for (const [round, words] of unsound)
      assert.throws(
        () => solve('MOST_PAIRS', round),
        (error) => error instanceof UnsoundRound && words.test(error.message),
      );
    assert.throws(() => solve('BEST_FIT', { ...tie, scores: new Map([['Bonn Graz', NaN]]) }), UnsoundRound);
    assert.throws(() => blockingPairsOf(tie, [{ learner: 'Cork', mentor: 'Lund', theme: null }]), UnsoundRound);
  });
});

describe('a thread of its own', () => {
  it('answers as the call does, for every aim, and explains', async () => {
    const round = { ...tie, scores: new Map([['Cork Graz', 0.7]]) };
    const solution = solve('LEARNERS_FIRST', round);

    for (const aim of Object.keys(ALGORITHMS) as RoundAim[])
      assert.deepEqual(await solveInWorker(aim, round), solve(aim, round));
    assert.deepEqual(await whyNotInWorker(round, solution, 'Cork', 'Lund'), whyNot(round, solution, 'Cork', 'Lund'));
  });

  it('refuses what the call refuses', async () => {
    await assert.rejects(solveInWorker('BEST_FIT', { ...tie, learners: ['Bonn', 'Bonn'] }), UnsoundRound);
  });
});
