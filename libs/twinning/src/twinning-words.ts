import { registerEnumType } from '@nestjs/graphql';
import { type ExchangeFormat as ScoredFormat, type MatchFactorKind as JudgedKind } from './suggestion-score.js';
import { TwinningHealth } from './twinning-health.js';
import { TwinningStatus } from './twinning.entity.js';

/** How two cities can exchange; the list is one with that of the score. */
export const ExchangeFormat = {
  ONLINE_SESSION: 'ONLINE_SESSION',
  STUDY_VISIT: 'STUDY_VISIT',
  DOCUMENT_REVIEW: 'DOCUMENT_REVIEW',
  STAFF_EXCHANGE: 'STAFF_EXCHANGE',
  WORKSHOP: 'WORKSHOP',
} as const satisfies { [Format in ScoredFormat]: Format };
export type ExchangeFormat = ScoredFormat;

/** What a suggestion is judged by; the list is one with that of the score. */
export const MatchFactorKind = {
  THEMES: 'THEMES',
  LANGUAGE: 'LANGUAGE',
  FORMAT: 'FORMAT',
  SIZE: 'SIZE',
  KIND: 'KIND',
  PROXIMITY: 'PROXIMITY',
  EXPERIENCE: 'EXPERIENCE',
  AVAILABILITY: 'AVAILABILITY',
} as const satisfies { [Kind in JudgedKind]: Kind };
export type MatchFactorKind = JudgedKind;

registerEnumType(ExchangeFormat, { name: 'ExchangeFormat' });
registerEnumType(MatchFactorKind, { name: 'MatchFactorKind' });
registerEnumType(TwinningStatus, {
  name: 'TwinningStatus',
  valuesMap: {
    ENDED_EARLY: { description: 'Ended by one side before it was completed.' },
    EXPIRED: { description: 'The mentor did not answer within three weeks.' },
  },
});
registerEnumType(TwinningHealth, {
  name: 'TwinningHealth',
  description: 'By how long nothing has happened in an active twinning and nothing is planned; others are on track.',
});
