import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RoundInstance, solve } from './matching/index.js';
import { leftOut } from './why-unmatched.js';

/** Mentors `m…` with one place each; rankings as words of ids, best first. */
function instance(
  learners: Record<string, string>,
  mentors: Record<string, string>,
  places: Record<string, number> = {},
): RoundInstance {
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
  return {
    learners: Object.keys(learners).sort(),
    mentors: Object.keys(mentors)
      .sort()
      .map((id) => ({ id, capacity: places[id] ?? 1 })),
    learnerRankings: new Map(
      Object.entries(learners).map(([id, text]) => [id, words(text).map((mentor) => [{ mentor, theme: null }])]),
    ),
    mentorRankings: new Map(Object.entries(mentors).map(([id, text]) => [id, words(text).map((learner) => [learner])])),
    seed: 's',
  };
}

const reasons = (round: RoundInstance): string[] =>
  leftOut(round, solve('LEARNERS_FIRST', round).pairs).map(({ cityId, side, reason, cities }) =>
    [side, cityId, reason, ...cities].join(' '),
  );

describe('why a city is left out', () => {
  it('ranked nobody, or was not ranked back', () => {
    assert.deepEqual(reasons(instance({ a: '', b: 'm' }, { m: 'a', n: '' })), [
      'LEARNER a NO_CHOICES',
      'LEARNER b NOT_RANKED_BACK m',
      'MENTOR m NOT_RANKED_BACK a',
      'MENTOR n NO_CHOICES',
    ]);
  });

  it('had no places to go to, or to give', () => {
    assert.deepEqual(reasons(instance({ a: 'm' }, { m: 'a' }, { m: 0 })), [
      'LEARNER a NO_PLACES m',
      'MENTOR m NO_PLACES m',
    ]);
  });

  it('stood behind others everywhere it could have gone', () => {
    assert.deepEqual(reasons(instance({ a: 'm', b: 'm' }, { m: 'a b' })), ['LEARNER b PREFERRED_OTHERS m']);
    assert.deepEqual(reasons(instance({ a: 'm n' }, { m: 'a', n: 'a' })), ['MENTOR n PREFERRED_OTHERS a']);
  });

  it('was passed over for the sake of all pairs together', () => {
    const round = instance({ a: 'm', b: 'm' }, { m: 'a b' });
    const pair = { learner: 'b', mentor: 'm', theme: null, learnerRank: 1, mentorRank: 2 };

    assert.deepEqual(leftOut(round, [pair]), [
      { cityId: 'a', side: 'LEARNER', reason: 'AIM_GAVE_TO_OTHERS', cities: ['m'] },
    ]);
  });
});
