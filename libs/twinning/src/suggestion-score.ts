import {
  judge,
  sharedThemes,
  type CityFacts,
  type LearningNeed,
  type MentorCandidate,
} from './suggestion-score-factors.js';
import { type Reason } from './suggestion-reasons.js';
import { type MatchFactorKind, type Theme } from './suggestion-words.js';

export type { CityFacts, Experience, LearningNeed, MentorCandidate, OfferFacts } from './suggestion-score-factors.js';
export type { Reason } from './suggestion-reasons.js';
export type { ExchangeFormat, MatchFactorKind, Theme } from './suggestion-words.js';

export interface Factor {
  readonly kind: MatchFactorKind;
  /** 0..1. */
  readonly score: number;
  /** The weights of one suggestion sum to 1. */
  readonly weight: number;
  readonly reason: Reason;
}

export interface Suggestion {
  readonly mentorId: string;
  /** The factors' scores times their weights, summed. */
  readonly score: number;
  /** The weightiest first. */
  readonly factors: readonly Factor[];
  /** Left out of the score, because nobody told; their weight went to the others. */
  readonly notKnown: readonly MatchFactorKind[];
  /** Sentences in their order: the verdict, what stands against the pair, what is not known. */
  readonly summary: readonly Reason[];
}

/**
 * How much each factor counts when all are known. Need against offer weighs most. Size hardly counts: in published
 * pairings the mentor has from 0.3 to 356 times the learner's population.
 */
export const SUGGESTION_WEIGHTS: Readonly<Record<MatchFactorKind, number>> = {
  THEMES: 0.4,
  LANGUAGE: 0.18,
  FORMAT: 0.12,
  KIND: 0.09,
  EXPERIENCE: 0.08,
  AVAILABILITY: 0.06,
  PROXIMITY: 0.04,
  SIZE: 0.03,
};

const kinds = Object.keys(SUGGESTION_WEIGHTS) as MatchFactorKind[];

/** How well a mentor fits a learner; null where they share no theme, the offer is closed, or both are the same city. */
export function scoreSuggestion(need: LearningNeed, learner: CityFacts, candidate: MentorCandidate): Suggestion | null {
  const judged = judge(need, learner, candidate);
  if (judged === null) return null;
  const known = kinds.flatMap((kind) => {
    const judgement = judged[kind];
    return judgement === null ? [] : [{ kind, ...judgement }];
  });
  const total = known.reduce((sum, { kind }) => sum + SUGGESTION_WEIGHTS[kind], 0);
  const factors = known.map((factor) => ({ ...factor, weight: SUGGESTION_WEIGHTS[factor.kind] / total }));
  const score = factors.reduce((sum, factor) => sum + factor.weight * factor.score, 0);
  const notKnown = kinds.filter((kind) => judged[kind] === null);
  const summary = summarise(score, factors, notKnown, sharedThemes(need, candidate.offer));
  return { mentorId: candidate.city.id, score, factors, notKnown, summary };
}

/** The mentors that fit, best first; equal scores stand in the order of the cities' names, then ids. */
export function rankSuggestions(
  need: LearningNeed,
  learner: CityFacts,
  candidates: readonly MentorCandidate[],
): Suggestion[] {
  return candidates
    .flatMap((candidate) => {
      const suggestion = scoreSuggestion(need, learner, candidate);
      return suggestion === null ? [] : [{ suggestion, city: candidate.city }];
    })
    .sort(
      (one, other) =>
        other.suggestion.score - one.suggestion.score ||
        byCode(one.city.name, other.city.name) ||
        byCode(one.city.id, other.city.id),
    )
    .map(({ suggestion }) => suggestion);
}

/** Not by the reader's alphabet: the order must be the same for everyone who checks it. */
const byCode = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const STRONG_FROM = 0.75;
const GOOD_FROM = 0.5;

function summarise(
  score: number,
  factors: readonly Factor[],
  notKnown: readonly MatchFactorKind[],
  themes: readonly Theme[],
): Reason[] {
  const verdict = score >= STRONG_FROM ? 'strong' : score >= GOOD_FROM ? 'good' : 'partial';
  const against = factors.filter(({ kind, score }) => score === 0 && kind !== 'EXPERIENCE');
  return [
    { id: `twinning.summary.${verdict}`, values: { themes } },
    ...against.map(({ reason }) => reason),
    ...(notKnown.length === 0 ? [] : [{ id: 'twinning.summary.notKnown' as const, values: { factors: notKnown } }]),
  ];
}
