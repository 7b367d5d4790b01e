import { type Reason, type ReasonId } from './suggestion-reasons.js';

type Word = Readonly<Record<'en' | 'fr' | 'de', string>>;

/** The contract's themes as they read after “on”, “sur” and “zum Thema”. */
const themeWords = {
  NON_DISCRIMINATION: { en: 'non-discrimination', fr: 'la non-discrimination', de: 'Nichtdiskriminierung' },
  RACISM: { en: 'racism', fr: 'le racisme', de: 'Rassismus' },
  GENDER_EQUALITY: { en: 'gender equality', fr: 'l’égalité de genre', de: 'Geschlechtergleichstellung' },
  LGBTIQ: { en: 'LGBTIQ rights', fr: 'les droits LGBTIQ', de: 'LGBTIQ-Rechte' },
  DISABILITY: { en: 'disability', fr: 'le handicap', de: 'Behinderung' },
  CHILDREN: { en: 'children', fr: 'l’enfance', de: 'Kinder' },
  YOUTH: { en: 'youth', fr: 'la jeunesse', de: 'Jugend' },
  OLDER_PEOPLE: { en: 'older people', fr: 'les personnes âgées', de: 'ältere Menschen' },
  ROMA: { en: 'Roma', fr: 'les Roms', de: 'Roma' },
  MIGRATION_AND_ASYLUM: { en: 'migration and asylum', fr: 'les migrations et l’asile', de: 'Migration und Asyl' },
  HOUSING: { en: 'housing', fr: 'le logement', de: 'Wohnen' },
  HEALTH: { en: 'health', fr: 'la santé', de: 'Gesundheit' },
  EDUCATION: { en: 'education', fr: 'l’éducation', de: 'Bildung' },
  EMPLOYMENT: { en: 'employment', fr: 'l’emploi', de: 'Beschäftigung' },
  SOCIAL_INCLUSION: { en: 'social inclusion', fr: 'l’inclusion sociale', de: 'soziale Inklusion' },
  POVERTY: { en: 'poverty', fr: 'la pauvreté', de: 'Armut' },
  PARTICIPATION: { en: 'participation', fr: 'la participation', de: 'Teilhabe' },
  CIVIL_SOCIETY: { en: 'civil society', fr: 'la société civile', de: 'Zivilgesellschaft' },
  HUMAN_RIGHTS_EDUCATION: {
    en: 'human rights education',
    fr: 'l’éducation aux droits humains',
    de: 'Menschenrechtsbildung',
  },
  HATE_CRIME: { en: 'hate crime', fr: 'les crimes de haine', de: 'Hassverbrechen' },
  POLICING_AND_SAFETY: { en: 'policing and safety', fr: 'la police et la sécurité', de: 'Polizei und Sicherheit' },
  DIGITAL_AND_SMART_CITY: {
    en: 'the digital and smart city',
    fr: 'la ville numérique et intelligente',
    de: 'digitale und smarte Stadt',
  },
  ENVIRONMENT: { en: 'environment', fr: 'l’environnement', de: 'Umwelt' },
  BUDGETING: { en: 'budgeting', fr: 'le budget', de: 'Haushalt' },
  PROCUREMENT: { en: 'procurement', fr: 'les marchés publics', de: 'Beschaffung' },
  DATA_AND_INDICATORS: { en: 'data and indicators', fr: 'les données et indicateurs', de: 'Daten und Indikatoren' },
  COMPLAINTS_MECHANISMS: {
    en: 'complaints mechanisms',
    fr: 'les mécanismes de plainte',
    de: 'Beschwerdemechanismen',
  },
  GOVERNANCE: { en: 'governance', fr: 'la gouvernance', de: 'Verwaltung und Steuerung' },
} satisfies Record<string, Word>;

const formatWords = {
  ONLINE_SESSION: { en: 'online sessions', fr: 'séances en ligne', de: 'Online-Sitzungen' },
  STUDY_VISIT: { en: 'study visits', fr: 'visites d’étude', de: 'Studienbesuche' },
  DOCUMENT_REVIEW: { en: 'document reviews', fr: 'relectures de documents', de: 'Durchsicht von Dokumenten' },
  STAFF_EXCHANGE: { en: 'staff exchanges', fr: 'échanges de personnel', de: 'Personalaustausch' },
  WORKSHOP: { en: 'workshops', fr: 'ateliers', de: 'Workshops' },
} satisfies Record<string, Word>;

const factorWords = {
  THEMES: { en: 'themes', fr: 'thèmes', de: 'Themen' },
  LANGUAGE: { en: 'language', fr: 'langue', de: 'Sprache' },
  FORMAT: { en: 'way of working', fr: 'façon de travailler', de: 'Arbeitsweise' },
  SIZE: { en: 'size', fr: 'taille', de: 'Größe' },
  KIND: { en: 'kind of authority', fr: 'type de collectivité', de: 'Art der Verwaltung' },
  PROXIMITY: { en: 'distance', fr: 'distance', de: 'Entfernung' },
  EXPERIENCE: { en: 'experience', fr: 'expérience', de: 'Erfahrung' },
  AVAILABILITY: { en: 'availability', fr: 'disponibilité', de: 'Verfügbarkeit' },
} satisfies Record<string, Word>;

export type Theme = keyof typeof themeWords;
export type ExchangeFormat = keyof typeof formatWords;
export type MatchFactorKind = keyof typeof factorWords;

const codes: Readonly<Record<string, Word>> = { ...themeWords, ...formatWords, ...factorWords };

const languageOf = (locale: string): 'en' | 'fr' | 'de' => {
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'fr' || language === 'de' ? language : 'en';
};

/** A message as a catalog's formatter takes it: numbers and finished words. */
export interface SpelledReason {
  readonly id: ReasonId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Puts the reader's words in the place of a reason's codes: names of themes, formats, factors and languages, as a list. */
export function spellOut(locale: string, { id, values }: Reason): SpelledReason {
  const language = languageOf(locale);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const word = (code: string): string => {
    const known = codes[code];
    return known ? known[language] : (languages.of(code) ?? code);
  };
  const spelled = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'object' ? list.format(value.map(word)) : value] as const,
  );
  return { id, values: Object.fromEntries(spelled) };
}
