import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changed } from './round-changes.js';
import { UnsoundRound, type RoundAim, type RoundInstance } from './round-instance.js';
import { solve } from './solve.js';
import { whyNot, type WhyNot } from './why-not.js';

const at = (mentor: string) => [{ mentor, theme: null }];

/** Graz has one place and ranks Bonn, Cork, Dijon; all want Graz first, Cork would also go to Lund, which ranks only it. */
const round: RoundInstance = {
  learners: ['Bonn', 'Cork', 'Dijon', 'Essen'],
  mentors: [
    { id: 'Graz', capacity: 1 },
    { id: 'Lund', capacity: 1 },
  ],
  learnerRankings: new Map([
    ['Bonn', [at('Graz')]],
    ['Cork', [at('Graz'), at('Lund')]],
    ['Dijon', [at('Graz'), at('Lund')]],
  ]),
  mentorRankings: new Map([
    ['Graz', [['Bonn'], ['Cork'], ['Dijon'], ['Essen']]],
    ['Lund', [['Cork']]],
  ]),
  seed: 'announced',
  scores: new Map([
    ['Bonn Graz', 0.9],
    ['Cork Graz', 0.6],
    ['Cork Lund', 0.5],
    ['Dijon Graz', 0.3],
  ]),
};

const asked = (learner: string, mentor: string, aim: RoundAim = 'LEARNERS_FIRST', instance = round): WhyNot =>
  whyNot(instance, solve(aim, instance), learner, mentor);

describe('why not', () => {
  it('names who stands before the learner, and the least that would give it the pair', () => {
    const why = asked('Dijon', 'Graz');

    assert.equal(why.reason, 'PLACES_TAKEN');
    assert.deepEqual(
      why.standsBefore.map(({ learner, by }) => [learner, by]),
      [['Bonn', 'RANK']],
    );
    assert.deepEqual(why.ways, [
      [{ kind: 'MORE_PLACES', mentor: 'Graz', theme: null, places: 2 }],
      [{ kind: 'MENTOR_RANKS', mentor: 'Graz', learner: 'Dijon', from: 3, rank: 1 }],
    ]);
  });

  it('names one place more where that is enough', () => {
    assert.deepEqual(asked('Cork', 'Graz').ways[0], [{ kind: 'MORE_PLACES', mentor: 'Graz', theme: null, places: 1 }]);
  });

  it('tells a rank from a draw and from an equal who keeps the place', () => {
    const equals = { ...round, mentorRankings: new Map(round.mentorRankings).set('Graz', [['Bonn', 'Dijon']]) };
    const without = (aim: RoundAim) => {
      const { unmatched } = solve(aim, equals);
      return asked(
        unmatched.find((id) => id === 'Bonn' || id === 'Dijon')!,
        'Graz',
        aim,
        equals,
      ).standsBefore[0]!.by;
    };

    assert.equal(without('LEARNERS_FIRST'), 'DRAW');
    assert.equal(without('MOST_PAIRS'), 'EQUAL');
  });

  it('says what the learner has and would have to give up', () => {
    const roomy = { ...round, mentors: round.mentors.map((mentor) => ({ ...mentor, capacity: 3 })) };

    const why = asked('Cork', 'Lund', 'LEARNERS_FIRST', roomy);

    assert.equal(why.reason, 'LEARNER_HAS_BETTER');
    assert.equal(why.has?.mentor, 'Graz');
    assert.deepEqual(why.ways, [
      [{ kind: 'LEARNER_RANKS', learner: 'Cork', mentor: 'Lund', theme: null, from: 2, rank: 1 }],
    ]);
  });

  it('says who did not rank whom', () => {
    assert.equal(asked('Dijon', 'Lund').reason, 'MENTOR_DID_NOT_RANK');
    assert.equal(asked('Essen', 'Graz').reason, 'LEARNER_DID_NOT_RANK');
    assert.equal(asked('Essen', 'Lund').reason, 'NEITHER_RANKED');
    assert.equal(asked('Bonn', 'Graz').reason, 'TOGETHER');
    assert.deepEqual(asked('Bonn', 'Graz').ways, []);
  });

  it('computes the score at which best fit takes the pair', () => {
    const why = asked('Dijon', 'Graz', 'BEST_FIT');

    assert.deepEqual(
      why.ways.find((way) => way.some(({ kind }) => kind === 'SCORE')),
      [{ kind: 'SCORE', learner: 'Dijon', mentor: 'Graz', from: 0.3, to: 0.900001 }],
    );
  });

  it('names only ways that give the pair when they are gone', () => {
    for (const aim of ['LEARNERS_FIRST', 'MOST_PAIRS', 'BEST_FIT'] as const)
      for (const learner of round.learners)
        for (const { id: mentor } of round.mentors) {
          const { reason, ways } = asked(learner, mentor, aim);
          assert.ok(reason === 'TOGETHER' || ways.length > 0, `${learner} ${mentor} ${aim}`);
          for (const way of ways) {
            const { pairs } = solve(aim, way.reduce(changed, round));
            assert.ok(pairs.some((pair) => pair.learner === learner && pair.mentor === mentor));
          }
        }
  });

  it('refuses cities that are not in the round', () => {
    assert.throws(() => asked('Oslo', 'Graz'), UnsoundRound);
    assert.throws(() => asked('Bonn', 'Oslo'), UnsoundRound);
  });
});
