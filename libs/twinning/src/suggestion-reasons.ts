const en = {
  'twinning.reason.themes.all':
    '{count, plural, one {Mentors on {themes}, as asked for} other {Mentors on everything asked for: {themes}}}',
  'twinning.reason.themes.some': 'Mentors on {themes}, not on {missing}',
  'twinning.reason.language.shared': 'Both work in {languages}',
  'twinning.reason.language.none': 'No working language in common',
  'twinning.reason.format.all': 'Works in the way asked for: {formats}',
  'twinning.reason.format.some': 'Offers {formats}, not {missing}',
  'twinning.reason.format.none': 'Offers none of the ways of working asked for: {missing}',
  'twinning.reason.kind.same':
    '{kind, select, CITY {Both are cities} MUNICIPALITY {Both are municipalities} DISTRICT {Both are districts} COUNTY {Both are counties} REGION {Both are regions} RURAL_COMMUNITY {Both are rural communities} other {Both are of the same kind}}',
  'twinning.reason.kind.near': 'Both govern at the same level',
  'twinning.reason.kind.far': 'One governs locally, the other a region',
  'twinning.reason.size.similar': 'Similar in size',
  'twinning.reason.size.larger': 'The mentor is about {times, number} times as large',
  'twinning.reason.size.smaller': 'The learner is about {times, number} times as large',
  'twinning.reason.proximity.abroad': 'An exchange across borders',
  'twinning.reason.proximity.abroadVisit': 'An exchange across borders, about {km, number} km apart',
  'twinning.reason.proximity.home': 'In the same country, while exchange across borders is the aim',
  'twinning.reason.proximity.homeVisit': 'In the same country, about {km, number} km apart',
  'twinning.reason.experience.theme': 'Has mentored {count, plural, =1 {once} =2 {twice} other {# times}} on {themes}',
  'twinning.reason.experience.other':
    'Has mentored {count, plural, =1 {once} =2 {twice} other {# times}}, on other themes',
  'twinning.reason.experience.none': 'Has not completed a twinning here yet',
  'twinning.reason.availability.free':
    '{free, plural, one {# place is free} other {# places are free}} of {capacity, number}',
  'twinning.reason.availability.none': 'No place is free now',
  'twinning.summary.strong': 'A strong fit on {themes}',
  'twinning.summary.good': 'A good fit on {themes}',
  'twinning.summary.partial': 'A partial fit on {themes}',
  'twinning.summary.notKnown': 'Not known and left out: {factors}',
};

export type ReasonId = keyof typeof en;

/** One sentence, as the name of a message and its values; lists are codes, such as themes, that the reader's language names. */
export interface Reason {
  readonly id: ReasonId;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

const fr: Record<ReasonId, string> = {
  'twinning.reason.themes.all':
    '{count, plural, one {Accompagne sur {themes}, comme demandé} other {Accompagne sur tout ce qui est demandé : {themes}}}',
  'twinning.reason.themes.some': 'Accompagne sur {themes}, mais pas sur {missing}',
  'twinning.reason.language.shared': 'Les deux travaillent en {languages}',
  'twinning.reason.language.none': 'Aucune langue de travail commune',
  'twinning.reason.format.all': 'Travaille de la façon demandée : {formats}',
  'twinning.reason.format.some': 'Propose : {formats} ; ne propose pas : {missing}',
  'twinning.reason.format.none': 'Ne propose aucune des façons de travailler demandées : {missing}',
  'twinning.reason.kind.same':
    '{kind, select, CITY {Les deux sont des villes} MUNICIPALITY {Les deux sont des communes} DISTRICT {Les deux sont des arrondissements} COUNTY {Les deux sont des départements} REGION {Les deux sont des régions} RURAL_COMMUNITY {Les deux sont des communautés rurales} other {Les deux sont de même nature}}',
  'twinning.reason.kind.near': 'Les deux gouvernent au même niveau',
  'twinning.reason.kind.far': 'L’une gouverne localement, l’autre une région',
  'twinning.reason.size.similar': 'De taille semblable',
  'twinning.reason.size.larger': 'La collectivité mentore est environ {times, number} fois plus grande',
  'twinning.reason.size.smaller': 'La collectivité apprenante est environ {times, number} fois plus grande',
  'twinning.reason.proximity.abroad': 'Un échange par-delà les frontières',
  'twinning.reason.proximity.abroadVisit': 'Un échange par-delà les frontières, à {km, number} km environ',
  'twinning.reason.proximity.home': 'Dans le même pays, alors que l’échange entre pays est le but',
  'twinning.reason.proximity.homeVisit': 'Dans le même pays, à {km, number} km environ',
  'twinning.reason.experience.theme':
    'A déjà accompagné {count, plural, =1 {une fois} =2 {deux fois} other {# fois}} sur {themes}',
  'twinning.reason.experience.other':
    'A déjà accompagné {count, plural, =1 {une fois} =2 {deux fois} other {# fois}}, sur d’autres thèmes',
  'twinning.reason.experience.none': 'N’a pas encore mené de jumelage à son terme ici',
  'twinning.reason.availability.free':
    '{free, plural, one {# place libre} other {# places libres}} sur {capacity, number}',
  'twinning.reason.availability.none': 'Aucune place n’est libre actuellement',
  'twinning.summary.strong': 'Convient très bien sur {themes}',
  'twinning.summary.good': 'Convient bien sur {themes}',
  'twinning.summary.partial': 'Convient en partie sur {themes}',
  'twinning.summary.notKnown': 'Inconnu et laissé de côté : {factors}',
};

const de: Record<ReasonId, string> = {
  'twinning.reason.themes.all':
    '{count, plural, one {Begleitet beim gesuchten Thema: {themes}} other {Begleitet bei allem Gesuchten: {themes}}}',
  'twinning.reason.themes.some': 'Begleitet bei: {themes}; nicht bei: {missing}',
  'twinning.reason.language.shared': 'Beide arbeiten auf {languages}',
  'twinning.reason.language.none': 'Keine gemeinsame Arbeitssprache',
  'twinning.reason.format.all': 'Arbeitet wie gewünscht: {formats}',
  'twinning.reason.format.some': 'Bietet an: {formats}; nicht: {missing}',
  'twinning.reason.format.none': 'Bietet keine der gewünschten Arbeitsweisen an: {missing}',
  'twinning.reason.kind.same':
    '{kind, select, CITY {Beide sind Städte} MUNICIPALITY {Beide sind Gemeinden} DISTRICT {Beide sind Bezirke} COUNTY {Beide sind Kreise} REGION {Beide sind Regionen} RURAL_COMMUNITY {Beide sind ländliche Gemeinschaften} other {Beide sind von gleicher Art}}',
  'twinning.reason.kind.near': 'Beide verwalten auf derselben Ebene',
  'twinning.reason.kind.far': 'Die eine Seite verwaltet örtlich, die andere eine Region',
  'twinning.reason.size.similar': 'Ähnlich groß',
  'twinning.reason.size.larger': 'Die Mentorin ist etwa {times, number}-mal so groß',
  'twinning.reason.size.smaller': 'Die Lernende ist etwa {times, number}-mal so groß',
  'twinning.reason.proximity.abroad': 'Ein Austausch über Grenzen hinweg',
  'twinning.reason.proximity.abroadVisit': 'Ein Austausch über Grenzen hinweg, etwa {km, number} km entfernt',
  'twinning.reason.proximity.home': 'Im selben Land, während Austausch über Grenzen das Ziel ist',
  'twinning.reason.proximity.homeVisit': 'Im selben Land, etwa {km, number} km entfernt',
  'twinning.reason.experience.theme':
    'Hat bereits {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}} begleitet zum Thema {themes}',
  'twinning.reason.experience.other':
    'Hat bereits {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}} begleitet, zu anderen Themen',
  'twinning.reason.experience.none': 'Hat hier noch keine Partnerschaft abgeschlossen',
  'twinning.reason.availability.free':
    '{free, plural, one {# Platz ist frei} other {# Plätze sind frei}} von {capacity, number}',
  'twinning.reason.availability.none': 'Derzeit ist kein Platz frei',
  'twinning.summary.strong': 'Passt sehr gut: {themes}',
  'twinning.summary.good': 'Passt gut: {themes}',
  'twinning.summary.partial': 'Passt teilweise: {themes}',
  'twinning.summary.notKnown': 'Nicht bekannt und weggelassen: {factors}',
};

/** Every sentence that explains a suggestion, as ICU messages in the languages of the app. */
export const suggestionReasons: Record<'en' | 'fr' | 'de', Record<ReasonId, string>> = { en, fr, de };
