import { type Message } from '#platform/language';

/** Every sentence that explains a suggestion. */
export const suggestionReasons = {
  'twinning.reason.themes.all': {
    en: '{count, plural, one {Mentors on {themes}, as asked for} other {Mentors on everything asked for: {themes}}}',
    fr: '{count, plural, one {Accompagne sur {themes}, comme demandé} other {Accompagne sur tout ce qui est demandé : {themes}}}',
    de: '{count, plural, one {Begleitet beim gesuchten Thema: {themes}} other {Begleitet bei allem Gesuchten: {themes}}}',
  },
  'twinning.reason.themes.some': {
    en: 'Mentors on {themes}, not on {missing}',
    fr: 'Accompagne sur {themes}, mais pas sur {missing}',
    de: 'Begleitet bei: {themes}; nicht bei: {missing}',
  },
  'twinning.reason.language.shared': {
    en: 'Both work in {languages}',
    fr: 'Les deux travaillent en {languages}',
    de: 'Beide arbeiten auf {languages}',
  },
  'twinning.reason.language.none': {
    en: 'No working language in common',
    fr: 'Aucune langue de travail commune',
    de: 'Keine gemeinsame Arbeitssprache',
  },
  'twinning.reason.format.all': {
    en: 'Works in the way asked for: {formats}',
    fr: 'Travaille de la façon demandée : {formats}',
    de: 'Arbeitet wie gewünscht: {formats}',
  },
  'twinning.reason.format.some': {
    en: 'Offers {formats}, not {missing}',
    fr: 'Propose : {formats} ; ne propose pas : {missing}',
    de: 'Bietet an: {formats}; nicht: {missing}',
  },
  'twinning.reason.format.none': {
    en: 'Offers none of the ways of working asked for: {missing}',
    fr: 'Ne propose aucune des façons de travailler demandées : {missing}',
    de: 'Bietet keine der gewünschten Arbeitsweisen an: {missing}',
  },
  'twinning.reason.kind.same': {
    en: '{kind, select, CITY {Both are cities} MUNICIPALITY {Both are municipalities} DISTRICT {Both are districts} COUNTY {Both are counties} REGION {Both are regions} RURAL_COMMUNITY {Both are rural communities} other {Both are of the same kind}}',
    fr: '{kind, select, CITY {Les deux sont des villes} MUNICIPALITY {Les deux sont des communes} DISTRICT {Les deux sont des arrondissements} COUNTY {Les deux sont des départements} REGION {Les deux sont des régions} RURAL_COMMUNITY {Les deux sont des communautés rurales} other {Les deux sont de même nature}}',
    de: '{kind, select, CITY {Beide sind Städte} MUNICIPALITY {Beide sind Gemeinden} DISTRICT {Beide sind Bezirke} COUNTY {Beide sind Kreise} REGION {Beide sind Regionen} RURAL_COMMUNITY {Beide sind ländliche Gemeinschaften} other {Beide sind von gleicher Art}}',
  },
  'twinning.reason.kind.near': {
    en: 'Both govern at the same level',
    fr: 'Les deux gouvernent au même niveau',
    de: 'Beide verwalten auf derselben Ebene',
  },
  'twinning.reason.kind.far': {
    en: 'One governs locally, the other a region',
    fr: 'L’une gouverne localement, l’autre une région',
    de: 'Die eine Seite verwaltet örtlich, die andere eine Region',
  },
  'twinning.reason.size.similar': { en: 'Similar in size', fr: 'De taille semblable', de: 'Ähnlich groß' },
  'twinning.reason.size.larger': {
    en: 'The mentor is about {times, number} times as large',
    fr: 'La collectivité mentore est environ {times, number} fois plus grande',
    de: 'Die Mentorin ist etwa {times, number}-mal so groß',
  },
  'twinning.reason.size.smaller': {
    en: 'The learner is about {times, number} times as large',
    fr: 'La collectivité apprenante est environ {times, number} fois plus grande',
    de: 'Die Lernende ist etwa {times, number}-mal so groß',
  },
  'twinning.reason.proximity.abroad': {
    en: 'An exchange across borders',
    fr: 'Un échange par-delà les frontières',
    de: 'Ein Austausch über Grenzen hinweg',
  },
  'twinning.reason.proximity.abroadVisit': {
    en: 'An exchange across borders, about {km, number} km apart',
    fr: 'Un échange par-delà les frontières, à {km, number} km environ',
    de: 'Ein Austausch über Grenzen hinweg, etwa {km, number} km entfernt',
  },
  'twinning.reason.proximity.home': {
    en: 'In the same country, while exchange across borders is the aim',
    fr: 'Dans le même pays, alors que l’échange entre pays est le but',
    de: 'Im selben Land, während Austausch über Grenzen das Ziel ist',
  },
  'twinning.reason.proximity.homeVisit': {
    en: 'In the same country, about {km, number} km apart',
    fr: 'Dans le même pays, à {km, number} km environ',
    de: 'Im selben Land, etwa {km, number} km entfernt',
  },
  'twinning.reason.experience.theme': {
    en: 'Has mentored {count, plural, =1 {once} =2 {twice} other {# times}} on {themes}',
    fr: 'A déjà accompagné {count, plural, =1 {une fois} =2 {deux fois} other {# fois}} sur {themes}',
    de: 'Hat bereits {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}} begleitet zum Thema {themes}',
  },
  'twinning.reason.experience.other': {
    en: 'Has mentored {count, plural, =1 {once} =2 {twice} other {# times}}, on other themes',
    fr: 'A déjà accompagné {count, plural, =1 {une fois} =2 {deux fois} other {# fois}}, sur d’autres thèmes',
    de: 'Hat bereits {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}} begleitet, zu anderen Themen',
  },
  'twinning.reason.experience.none': {
    en: 'Has not completed a twinning here yet',
    fr: 'N’a pas encore mené de jumelage à son terme ici',
    de: 'Hat hier noch keine Partnerschaft abgeschlossen',
  },
  'twinning.reason.availability.free': {
    en: '{free, plural, one {# place is free} other {# places are free}} of {capacity, number}',
    fr: '{free, plural, one {# place libre} other {# places libres}} sur {capacity, number}',
    de: '{free, plural, one {# Platz ist frei} other {# Plätze sind frei}} von {capacity, number}',
  },
  'twinning.reason.availability.none': {
    en: 'No place is free now',
    fr: 'Aucune place n’est libre actuellement',
    de: 'Derzeit ist kein Platz frei',
  },
  'twinning.summary.strong': {
    en: 'A strong fit on {themes}',
    fr: 'Convient très bien sur {themes}',
    de: 'Passt sehr gut: {themes}',
  },
  'twinning.summary.good': {
    en: 'A good fit on {themes}',
    fr: 'Convient bien sur {themes}',
    de: 'Passt gut: {themes}',
  },
  'twinning.summary.partial': {
    en: 'A partial fit on {themes}',
    fr: 'Convient en partie sur {themes}',
    de: 'Passt teilweise: {themes}',
  },
  'twinning.summary.notKnown': {
    en: 'Not known and left out: {factors}',
    fr: 'Inconnu et laissé de côté : {factors}',
    de: 'Nicht bekannt und weggelassen: {factors}',
  },
} satisfies Record<string, Message>;

export type ReasonId = keyof typeof suggestionReasons;

/** One sentence, as the name of a message and its values; lists are codes, such as themes, that the reader's language names. */
export interface Reason {
  readonly id: ReasonId;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}
