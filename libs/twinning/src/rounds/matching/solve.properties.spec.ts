import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { learnersFirst } from './deferred-acceptance.js';
import { indexRound, type IndexedRound } from './indexed-round.js';
import { mentorsFirst } from './mentors-first.js';
import { mostPairs } from './most-pairs.js';
import type { RankedPlace, RoundAim, RoundInstance, RoundMentor, RoundPair } from './round-instance.js';
import { drawOf } from './seeded-draw.js';
import { solve } from './solve.js';

const aims: RoundAim[] = ['LEARNERS_FIRST', 'MOST_PAIRS', 'BEST_FIT'];
const runs = { numRuns: 10_000 };

/** Some of the entries in some order, cut into ties here and there. */
const rankingOf = <T>(entries: T[]): fc.Arbitrary<T[][]> =>
  fc
    .tuple(fc.shuffledSubarray(entries), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
    .map(([order, tied]) => {
      const ranking: T[][] = [];
      order.forEach((entry, at) => {
        if (at > 0 && tied[at % 12]) ranking.at(-1)!.push(entry);
        else ranking.push([entry]);
      });
      return ranking;
    });

const mentorArbitrary = fc.record({
  capacity: fc.nat(3),
  places: fc.option(fc.array(fc.nat(2), { minLength: 1, maxLength: 2 }), { nil: undefined }),
});

/** Rounds with everything in them: ties, one-sided wishes, no places, themes under a total, more learners than places. */
function roundOf(most: { learners: number; mentors: number }): fc.Arbitrary<RoundInstance> {
  const sides = fc.tuple(
    fc.integer({ min: 1, max: most.learners }),
    fc.array(mentorArbitrary, { minLength: 1, maxLength: most.mentors }),
    fc.nat(99),
  );
  return sides.chain(([count, offers, seed]) => {
    const learners = Array.from({ length: count }, (_, at) => `l${at}`);
    const mentors: RoundMentor[] = offers.map(({ capacity, places }, at) => ({
      id: `m${at}`,
      capacity,
      themes: places?.map((free, theme) => ({ theme: `t${theme}`, places: free })),
    }));
    const offered: RankedPlace[] = mentors.flatMap(({ id, themes }): RankedPlace[] =>
      themes ? themes.map(({ theme }) => ({ mentor: id, theme })) : [{ mentor: id, theme: null }],
    );
    return fc
      .record({
        wishes: fc.tuple(...learners.map(() => rankingOf(offered))),
        answers: fc.tuple(...mentors.map(() => rankingOf(learners))),
        scores: fc.array(fc.nat(20), { minLength: count * mentors.length, maxLength: count * mentors.length }),
      })
      .map(({ wishes, answers, scores }) => ({
        learners,
        mentors,
        learnerRankings: new Map(learners.map((id, at) => [id, wishes[at]!])),
        mentorRankings: new Map(mentors.map(({ id }, at) => [id, answers[at]!])),
        seed: `seed ${seed}`,
        scores: new Map(scores.map((score, at) => [`l${at % count} m${Math.floor(at / count)}`, score / 20])),
      }));
  });
}

type Placed = Pick<RoundPair, 'learner' | 'mentor' | 'theme'>;

/** The definition, word for word and slow: what the solver's index and loops are held against. */
class Plainly {
  constructor(private readonly round: RoundInstance) {}

  wish({ learner, mentor, theme }: Placed): number {
    const ranking = this.round.learnerRankings.get(learner) ?? [];
    return ranking.findIndex((tie) => tie.some((place) => place.mentor === mentor && place.theme === theme));
  }

  answer({ learner, mentor }: Placed): number {
    return (this.round.mentorRankings.get(mentor) ?? []).findIndex((tie) => tie.includes(learner));
  }

  mutual(): Placed[] {
    const all = this.round.learners.flatMap((learner) =>
      (this.round.learnerRankings.get(learner) ?? []).flat().map((place) => ({ learner, ...place })),
    );
    return all.filter((pair) => this.answer(pair) !== -1);
  }

  capacities({ mentor, theme }: Placed): { total: number; pool: number } {
    const { capacity, themes } = this.round.mentors.find(({ id }) => id === mentor)!;
    return { total: capacity, pool: themes?.find((pool) => pool.theme === theme)?.places ?? capacity };
  }

  fits(pairs: Placed[]): boolean {
    return pairs.every((pair) => {
      const held = pairs.filter(({ mentor }) => mentor === pair.mentor);
      const { total, pool } = this.capacities(pair);
      return held.length <= total && held.filter(({ theme }) => theme === pair.theme).length <= pool;
    });
  }

  blocking(pairs: Placed[]): Placed[] {
    return this.mutual().filter((pair) => {
      const own = pairs.find(({ learner }) => learner === pair.learner);
      if (own && this.wish(own) <= this.wish(pair)) return false;
      const held = pairs.filter(({ mentor }) => mentor === pair.mentor);
      const inPool = held.filter(({ theme }) => theme === pair.theme);
      const { total, pool } = this.capacities(pair);
      const before = (others: Placed[]) => others.some((other) => this.answer(other) > this.answer(pair));
      if (inPool.length >= pool) return before(inPool);
      return held.length < total || own?.mentor === pair.mentor || before(held);
    });
  }

  matchings(): Placed[][] {
    const mutual = this.mutual();
    return this.round.learners.reduce<Placed[][]>(
      (all, learner) => {
        const own = mutual.filter((pair) => pair.learner === learner);
        return all.flatMap((pairs) => [
          pairs,
          ...own.map((pair) => [...pairs, pair]).filter((more) => this.fits(more)),
        ]);
      },
      [[]],
    );
  }
}

/** The same round with every tie in the order of the draw. */
function drawn(round: RoundInstance): RoundInstance {
  const apart = <T>(ranking: T[][], name: (entry: T) => string) =>
    ranking.flatMap((tie) =>
      tie
        .map((entry) => ({ entry, lot: drawOf(round.seed, name(entry)) }))
        .sort((one, two) => (one.lot < two.lot ? -1 : 1))
        .map(({ entry }) => [entry]),
    );
  const named = ({ mentor, theme }: RankedPlace) => (theme === null ? mentor : `${mentor}:${theme}`);
  return {
    ...round,
    learnerRankings: new Map(Array.from(round.learnerRankings, ([id, ranking]) => [id, apart(ranking, named)])),
    mentorRankings: new Map(
      Array.from(round.mentorRankings, ([id, ranking]) => [id, apart(ranking, (other) => other)]),
    ),
  };
}

const key = ({ learner, mentor, theme }: Placed) => `${learner} ${mentor} ${theme}`;
const matched = (edgeOf: Int32Array) => Array.from(edgeOf, (edge) => edge !== -1);
const takenBy = (round: IndexedRound, edgeOf: Int32Array) => {
  const taken = new Int32Array(round.mentorCapacity.length);
  for (const edge of edgeOf) if (edge !== -1) taken[round.poolMentor[round.edgePool[edge]!]!]!++;
  return taken;
};

describe('any round', () => {
  it('keeps every place and every wish, and says of each aim which pairs block', () => {
    fc.assert(
      fc.property(roundOf({ learners: 9, mentors: 4 }), fc.constantFrom(...aims), (round, aim) => {
        const plainly = new Plainly(round);

        const { pairs, unmatched, blockingPairs } = solve(aim, round);

        assert.ok(plainly.fits(pairs));
        for (const pair of pairs) assert.equal(pair.learnerRank, plainly.wish(pair) + 1);
        for (const pair of pairs) assert.equal(pair.mentorRank, plainly.answer(pair) + 1);
        const placed = pairs.map(({ learner }) => learner);
        assert.deepEqual([...placed, ...unmatched].sort(), round.learners);
        assert.deepEqual(blockingPairs.map(key).sort(), plainly.blocking(pairs).map(key).sort());
        if (aim !== 'BEST_FIT') assert.deepEqual(blockingPairs, []);
      }),
      runs,
    );
  });

  it('has the same result for the same seed, however its rankings are stored', () => {
    fc.assert(
      fc.property(roundOf({ learners: 9, mentors: 4 }), fc.constantFrom(...aims), (round, aim) => {
        const turned = <T>(ranking: T[][]) => ranking.map((tie) => tie.toReversed());
        const stored = {
          ...round,
          learnerRankings: new Map(
            Array.from(round.learnerRankings, ([id, own]) => [id, turned(own)] as const).reverse(),
          ),
          mentorRankings: new Map(
            Array.from(round.mentorRankings, ([id, own]) => [id, turned(own)] as const).reverse(),
          ),
        };

        assert.deepEqual(solve(aim, stored), solve(aim, round));
      }),
      runs,
    );
  });

  it('matches the same learners and fills the same mentors, whichever side proposes', () => {
    fc.assert(
      fc.property(roundOf({ learners: 9, mentors: 4 }), (instance) => {
        const round = indexRound(drawn(instance));

        const [forLearners, forMentors] = [learnersFirst(round), mentorsFirst(round)];

        assert.deepEqual(matched(forLearners), matched(forMentors));
        assert.deepEqual(takenBy(round, forLearners), takenBy(round, forMentors));
      }),
      runs,
    );
  });

  it('gives learners their best, most pairs at least two thirds, best fit the highest sum, of all matchings there are', () => {
    fc.assert(
      fc.property(roundOf({ learners: 4, mentors: 3 }), (instance) => {
        const strictly = new Plainly(drawn(instance));
        const plainly = new Plainly(instance);
        const all = plainly.matchings();
        const weaklyStable = all.filter((pairs) => plainly.blocking(pairs).length === 0);
        const strictlyStable = weaklyStable.filter((pairs) => strictly.blocking(pairs).length === 0);
        const sum = (pairs: Placed[]) =>
          pairs.reduce((total, pair) => total + 1 + 1e6 * instance.scores!.get(`${pair.learner} ${pair.mentor}`)!, 0);

        const first = solve('LEARNERS_FIRST', instance).pairs;
        const best = (learner: string) =>
          Math.min(
            ...strictlyStable
              .flat()
              .filter((pair) => pair.learner === learner)
              .map((pair) => strictly.wish(pair)),
          );
        for (const pair of first) assert.equal(strictly.wish(pair), best(pair.learner));
        assert.ok(strictlyStable.some((pairs) => pairs.map(key).sort().join() === first.map(key).sort().join()));

        const most = Math.max(...weaklyStable.map((pairs) => pairs.length));
        for (const count of [mostPairs(indexRound(instance)).size, solve('MOST_PAIRS', instance).pairs.length])
          assert.ok(count <= most && count * 3 >= most * 2);

        assert.equal(Math.round(sum(solve('BEST_FIT', instance).pairs)), Math.round(Math.max(...all.map(sum))));
      }),
      runs,
    );
  });
});
