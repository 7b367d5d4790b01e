import { type Message } from '#platform/language';
import { type RoundChange, type StandsBefore, type WhyNotReason } from './matching/index.js';

/** Why a learner is not with a mentor. `{has}` is the mentor that it has instead; ranks count from 1. */
export const whyNotWords: Record<WhyNotReason, Message> = {
  TOGETHER: {
    en: '{learner} is with {mentor} in this round.',
    fr: '{learner} est avec {mentor} dans ce cycle.',
    de: '{learner} ist in dieser Runde bei {mentor}.',
  },
  NEITHER_RANKED: {
    en: 'Neither of {learner} and {mentor} has ranked the other.',
    fr: 'Ni {learner} ni {mentor} n’a classé l’autre.',
    de: 'Weder {learner} noch {mentor} hat die andere Stadt gereiht.',
  },
  LEARNER_DID_NOT_RANK: {
    en: '{learner} has not ranked {mentor}.',
    fr: '{learner} n’a pas classé {mentor}.',
    de: '{learner} hat {mentor} nicht gereiht.',
  },
  MENTOR_DID_NOT_RANK: {
    en: '{mentor} has not ranked {learner}.',
    fr: '{mentor} n’a pas classé {learner}.',
    de: '{mentor} hat {learner} nicht gereiht.',
  },
  NO_PLACES: {
    en: '{mentor} had no place in this round for what {learner} asks.',
    fr: '{mentor} n’avait aucune place dans ce cycle pour ce que demande {learner}.',
    de: '{mentor} hatte in dieser Runde keinen Platz für das, was {learner} sucht.',
  },
  LEARNER_HAS_BETTER: {
    en: '{learner} is with {has}, which it ranks higher than {mentor}.',
    fr: '{learner} est avec {has}, qu’elle classe plus haut que {mentor}.',
    de: '{learner} ist bei {has} und reiht diese Stadt vor {mentor}.',
  },
  LEARNER_HAS_EQUAL: {
    en: '{learner} is with {has}, which it ranks as high as {mentor}.',
    fr: '{learner} est avec {has}, qu’elle classe aussi haut que {mentor}.',
    de: '{learner} ist bei {has} und reiht diese Stadt gleich hoch wie {mentor}.',
  },
  PLACES_TAKEN: {
    en: 'The places at {mentor} are taken.',
    fr: 'Les places chez {mentor} sont prises.',
    de: 'Die Plätze bei {mentor} sind vergeben.',
  },
  SUM_IS_HIGHER: {
    en: 'All pairs together fit better without {learner} at {mentor}.',
    fr: 'Toutes les paires ensemble conviennent mieux sans {learner} chez {mentor}.',
    de: 'Alle Paare zusammen passen besser, wenn {learner} nicht bei {mentor} ist.',
  },
};

/** Who has the places, `{cities}`, by what. */
export const standsBeforeWords: Record<StandsBefore['by'], Message> = {
  RANK: {
    en: '{mentor} ranks higher: {cities}.',
    fr: '{mentor} classe plus haut : {cities}.',
    de: '{mentor} reiht weiter oben: {cities}.',
  },
  DRAW: {
    en: 'Ranked alike, and drawn before it by the seed announced beforehand: {cities}.',
    fr: 'Classées à égalité, et tirées avant elle par la graine annoncée d’avance : {cities}.',
    de: 'Gleich gereiht und durch den vorab bekannten Startwert davor gelost: {cities}.',
  },
  EQUAL: {
    en: 'Ranked alike, and placed there so that more pairs come about: {cities}.',
    fr: 'Classées à égalité, et placées là pour que davantage de paires se forment : {cities}.',
    de: 'Gleich gereiht und dort, damit mehr Paare entstehen: {cities}.',
  },
  SUM: {
    en: 'There, since all pairs together fit better so: {cities}.',
    fr: 'Placées là, car toutes les paires ensemble conviennent mieux ainsi : {cities}.',
    de: 'Dort, weil so alle Paare zusammen besser passen: {cities}.',
  },
};

/** The smallest changes that would give the pair. Scores are percentages of a full fit. */
export const changeWords: Record<RoundChange['kind'], Message> = {
  MORE_PLACES: {
    en: '{places, plural, one {one more place} other {# more places}} at {mentor}',
    fr: '{places, plural, one {une place de plus} other {# places de plus}} chez {mentor}',
    de: '{places, plural, one {ein weiterer Platz} other {# weitere Plätze}} bei {mentor}',
  },
  LEARNER_RANKS: {
    en: '{learner} ranks {mentor} {rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    fr: '{learner} classe {mentor} {rank, selectordinal, one {#re} other {#e}}',
    de: '{learner} reiht {mentor} an {rank}. Stelle',
  },
  MENTOR_RANKS: {
    en: '{mentor} ranks {learner} {rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    fr: '{mentor} classe {learner} {rank, selectordinal, one {#re} other {#e}}',
    de: '{mentor} reiht {learner} an {rank}. Stelle',
  },
  SCORE: {
    en: 'the two fit by {to, number, percent} rather than {from, number, percent}',
    fr: 'les deux conviennent à {to, number, percent} plutôt qu’à {from, number, percent}',
    de: 'die beiden passen zu {to, number, percent} statt zu {from, number, percent}',
  },
};

/** Around the {@link changeWords}. */
export const wayWords = {
  wouldGive: {
    en: 'What would give the pair: {ways}.',
    fr: 'Ce qui donnerait la paire : {ways}.',
    de: 'Was das Paar ergäbe: {ways}.',
  },
  nothingAlone: {
    en: 'No change to this pair alone would give it.',
    fr: 'Aucun changement à cette seule paire ne la donnerait.',
    de: 'Keine Änderung nur an diesem Paar ergäbe es.',
  },
} satisfies Record<string, Message>;
