import type { IndexedRound } from './indexed-round.js';
import { Placement } from './placement.js';

/**
 * A weakly stable matching of at least two thirds of the largest one's size, ties kept on both sides: Király's
 * approximation (2013), carried to pools under a mentor's total by Cooper and Manlove (2018). A learner that ran through
 * its ranking in vain runs through it once more, and then stands before those whom the mentor ranks equal.
 */
export function mostPairs(round: IndexedRound): Placement {
  const courtship = new Courtship(round);
  for (let learner = 0; learner < round.learners.length; learner++) {
    let applicant = learner;
    while (applicant !== -1) applicant = courtship.apply(applicant);
  }
  const { placement } = courtship;
  promoteWithinMentors(placement);
  return placement;
}

class Courtship {
  readonly placement: Placement;
  /** 1 in the first run through the ranking, 2 in the second, 3 when that was in vain too. */
  private readonly run: Uint8Array;
  private readonly refused: Uint8Array;
  /** Edge from which on nothing of the learner's ranking is refused as a whole tie. */
  private readonly tierStart: Int32Array;

  constructor(private readonly round: IndexedRound) {
    this.placement = new Placement(round);
    this.run = new Uint8Array(round.learners.length).fill(1);
    this.refused = new Uint8Array(round.edgePool.length);
    this.tierStart = round.learnerEdges.slice(0, -1);
  }

  /** The learner asks for its favourite place. Answers who has to go on asking after that, or -1. */
  apply(learner: number): number {
    const edge = this.favourite(learner);
    if (edge === -1) return -1;
    const { placement, round } = this;
    const pool = round.edgePool[edge]!;
    if (placement.available(pool)) {
      placement.put(edge);
      return -1;
    }
    const given = this.givenUpFor(edge);
    if (given === -1) {
      this.refuse(edge);
      return learner;
    }
    placement.take(given);
    placement.put(edge);
    return given;
  }

  /** The learner that leaves for this edge: one with an equal place free elsewhere, else the last-ranked, else -1. */
  private givenUpFor(edge: number): number {
    const { placement, round } = this;
    const pool = round.edgePool[edge]!;
    const mentor = round.poolMentor[pool]!;
    const within = placement.poolFull(pool);
    const highest = (value: (learner: number) => number) =>
      within ? placement.highestIn(pool, value) : placement.highestAt(mentor, value);
    const precarious = highest((learner) => (this.hasEqualPlaceFree(learner) ? learner : -1)).learner;
    if (precarious !== -1) return precarious;
    const last = highest((learner) => this.standing(placement.edgeOf[learner]!));
    if (last.learner === -1 || this.standing(edge) >= last.value) return -1;
    this.refuse(placement.edgeOf[last.learner]!);
    return last.learner;
  }

  /** Where the mentor sees a learner: by tie, and inside it those in their second run first. */
  private standing(edge: number): number {
    return this.round.mentorTier[edge]! * 2 - (this.run[this.round.edgeLearner[edge]!]! >= 2 ? 1 : 0);
  }

  private hasEqualPlaceFree(learner: number): boolean {
    const { placement, round } = this;
    const edge = placement.edgeOf[learner]!;
    const tier = round.learnerTier[edge]!;
    for (let other = this.tierStart[learner]!; other < round.learnerEdges[learner + 1]!; other++) {
      if (round.learnerTier[other] !== tier) return false;
      if (other !== edge && placement.available(round.edgePool[other]!)) return true;
    }
    return false;
  }

  /** The first place of the best tie that is not refused whole, a free one before the others; -1 when all is in vain. */
  private favourite(learner: number): number {
    const { round, refused } = this;
    const end = round.learnerEdges[learner + 1]!;
    while (this.run[learner]! < 3) {
      let found = -1;
      for (let edge = this.tierStart[learner]!; edge < end; edge++) {
        if (found !== -1 && round.learnerTier[edge] !== round.learnerTier[found]) break;
        if (refused[edge] === 1) continue;
        if (this.placement.available(round.edgePool[edge]!)) return edge;
        if (found === -1) found = edge;
      }
      if (found !== -1) return found;
      this.run[learner]!++;
      this.tierStart[learner] = round.learnerEdges[learner]!;
      refused.fill(0, round.learnerEdges[learner], end);
    }
    return -1;
  }

  private refuse(edge: number): void {
    const { round, refused } = this;
    const learner = round.edgeLearner[edge]!;
    const end = round.learnerEdges[learner + 1]!;
    refused[edge] = 1;
    let start = this.tierStart[learner]!;
    for (let at = start; at < end && refused[at] === 1; at++)
      if (at + 1 === end || round.learnerTier[at + 1] !== round.learnerTier[at]) start = at + 1;
    this.tierStart[learner] = start;
  }
}

/** Moves learners to places they rank before theirs at the same mentor, as long as such a place is free. */
export function promoteWithinMentors(placement: Placement): void {
  const { round } = placement;
  const better = (learner: number): number => {
    const present = placement.edgeOf[learner]!;
    if (present === -1) return -1;
    const mentor = round.poolMentor[round.edgePool[present]!];
    for (let edge = round.learnerEdges[learner]!; round.learnerTier[edge]! < round.learnerTier[present]!; edge++) {
      const pool = round.edgePool[edge]!;
      if (round.poolMentor[pool] === mentor && !placement.poolFull(pool)) return edge;
    }
    return -1;
  };
  for (let moved = true; moved;) {
    moved = false;
    for (let learner = 0; learner < round.learners.length; learner++) {
      const edge = better(learner);
      if (edge === -1) continue;
      placement.move(edge);
      moved = true;
    }
  }
}
