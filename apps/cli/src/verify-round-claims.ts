import { placeName, type StatedInstance, type StatedPair, type StatedRound } from './verify-round-document.js';
import { drawAgain } from './verify-round-draw.js';
import { betterSumExists } from './verify-round-sum.js';

/** The algorithms that this checker knows the claims of. */
const algorithms = {
  LEARNERS_FIRST: 'spa-s-learner-proposing-deferred-acceptance/1',
  MOST_PAIRS: 'spa-st-three-halves-with-tie-exchanges/1',
  BEST_FIT: 'maximum-weight-b-matching/1',
} as const;

const pairName = ({ learner, mentor, theme }: StatedPair): string => JSON.stringify([learner, mentor, theme]);

/**
 * Everything in a round's result that does not follow from its inputs, in sentences; none where it all does. Written
 * from the definitions alone: it shares nothing with the program that computes rounds.
 */
export function faultsOf(round: StatedRound): string[] {
  const sides = new Sides(round.instance);
  if (sides.faults.length > 0) return sides.faults;
  const faults = pairFaults(round, sides);
  if (faults.length > 0) return faults;
  return [...blockingFaults(round, sides), ...claimFaults(round)];
}

/** The inputs, by name: positions of ties, places and who holds what. */
class Sides {
  readonly faults: string[] = [];
  /** Position of the tie, from 1. */
  readonly wishes: Map<string, Map<string, number>>;
  readonly answers: Map<string, Map<string, number>>;
  readonly total = new Map<string, number>();
  readonly places = new Map<string, number>();

  constructor(readonly instance: StatedInstance) {
    for (const { id, capacity, themes } of instance.mentors) {
      if (this.total.has(id)) this.faults.push(`The mentor ${id} is named twice.`);
      this.total.set(id, capacity);
      for (const { theme, places } of themes ?? [{ theme: null, places: capacity }])
        this.places.set(placeName({ mentor: id, theme }), places);
    }
    if (new Set(instance.learners).size < instance.learners.length) this.faults.push('A learner is named twice.');
    const known = new Set(instance.learners);
    this.wishes = this.positions(instance.learnerRankings, placeName, known, this.places);
    this.answers = this.positions(instance.mentorRankings, (id) => id, this.total, known);
  }

  rank(pair: StatedPair): { learnerRank: number | undefined; mentorRank: number | undefined } {
    return {
      learnerRank: this.wishes.get(pair.learner)?.get(placeName(pair)),
      mentorRank: this.answers.get(pair.mentor)?.get(pair.learner),
    };
  }

  private positions<T>(
    rankings: Record<string, T[][]>,
    nameOf: (entry: T) => string,
    own: { has: (id: string) => boolean },
    others: { has: (name: string) => boolean },
  ): Map<string, Map<string, number>> {
    return new Map(
      Object.entries(rankings).map(([id, ranking]) => {
        const positions = new Map<string, number>();
        ranking.forEach((tie, index) => {
          for (const name of tie.map(nameOf)) {
            if (!others.has(name)) this.faults.push(`${id} ranks ${name}, which is not in the round.`);
            if (positions.has(name)) this.faults.push(`${id} ranks ${name} twice.`);
            positions.set(name, index + 1);
          }
        });
        if (!own.has(id)) this.faults.push(`${id} ranks, but is not in the round.`);
        return [id, positions];
      }),
    );
  }
}

function pairFaults({ instance, result }: StatedRound, sides: Sides): string[] {
  const faults: string[] = [];
  const placed = new Set<string>();
  for (const pair of result.pairs) {
    const { learnerRank, mentorRank } = sides.rank(pair);
    if (placed.has(pair.learner)) faults.push(`${pair.learner} has two places.`);
    placed.add(pair.learner);
    if (learnerRank === undefined || mentorRank === undefined)
      faults.push(`${pair.learner} and ${pair.mentor} did not both rank each other.`);
    else if (learnerRank !== pair.learnerRank || mentorRank !== pair.mentorRank)
      faults.push(`${pair.learner} and ${pair.mentor} ranked each other ${learnerRank} and ${mentorRank}.`);
  }
  for (const [name, held] of Map.groupBy(result.pairs, placeName))
    if (held.length > (sides.places.get(name) ?? 0)) faults.push(`${name} has more pairs than places.`);
  for (const [mentor, held] of Map.groupBy(result.pairs, (pair) => pair.mentor))
    if (held.length > (sides.total.get(mentor) ?? 0)) faults.push(`${mentor} has more pairs than places in all.`);
  const without = instance.learners.filter((learner) => !placed.has(learner)).sort();
  if (JSON.stringify(without) !== JSON.stringify([...result.unmatched].sort()))
    faults.push('Who is left without a pair is not who is said to be.');
  return faults;
}

function blockingFaults({ aim, instance, result }: StatedRound, sides: Sides): string[] {
  const own = new Map(result.pairs.map((pair) => [pair.learner, pair]));
  const inPool = Map.groupBy(result.pairs, placeName);
  const atMentor = Map.groupBy(result.pairs, (pair) => pair.mentor);
  const found: string[] = [];
  for (const [learner, ranking] of Object.entries(instance.learnerRankings))
    for (const [index, tie] of ranking.entries())
      for (const place of tie) {
        const present = own.get(learner);
        const rank = sides.answers.get(place.mentor)?.get(learner);
        if (rank === undefined || (present && present.learnerRank <= index + 1)) continue;
        const [pool, all] = [inPool.get(placeName(place)) ?? [], atMentor.get(place.mentor) ?? []];
        const total = sides.total.get(place.mentor)!;
        const givesUpOne = (held: StatedPair[]) => held.some((other) => other.mentorRank > rank);
        const poolIsFull = pool.length >= Math.min(total, sides.places.get(placeName(place))!);
        const blocks = poolIsFull
          ? givesUpOne(pool)
          : all.length < total || present?.mentor === place.mentor || givesUpOne(all);
        if (blocks) found.push(pairName({ learner, ...place, learnerRank: index + 1, mentorRank: rank }));
      }
  if (aim !== 'BEST_FIT' && found.length > 0)
    return found.map((name) => `${name} blocks a matching said to be stable.`);
  const stated = result.blockingPairs.map(pairName);
  const [expected, listed] = [found.sort(), stated.sort()].map((names) => JSON.stringify(names));
  return expected === listed ? [] : [`${found.length} pairs block, and not those ${stated.length} that are listed.`];
}

function claimFaults(round: StatedRound): string[] {
  if (round.algorithm !== algorithms[round.aim])
    return [`The algorithm ${round.algorithm} is not known to this checker.`];
  const pairs = round.result.pairs;
  if (round.aim === 'LEARNERS_FIRST') {
    const again = drawAgain(round.instance);
    const same = again.size === pairs.length && pairs.every((pair) => again.get(pair.learner) === placeName(pair));
    return same ? [] : ['Run again, deferred acceptance under this seed gives other pairs.'];
  }
  if (round.aim === 'BEST_FIT' && betterSumExists(round)) return ['There are pairs with a higher sum of scores.'];
  return [];
}
