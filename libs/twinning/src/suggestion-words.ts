import { type Theme } from '#cities';
import { type Language, type Message } from '#platform/language';
import { suggestionReasons, type Reason } from './suggestion-reasons.js';

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
} satisfies Record<Theme, Message>;

const formatWords = {
  ONLINE_SESSION: { en: 'online sessions', fr: 'séances en ligne', de: 'Online-Sitzungen' },
  STUDY_VISIT: { en: 'study visits', fr: 'visites d’étude', de: 'Studienbesuche' },
  DOCUMENT_REVIEW: { en: 'document reviews', fr: 'relectures de documents', de: 'Durchsicht von Dokumenten' },
  STAFF_EXCHANGE: { en: 'staff exchanges', fr: 'échanges de personnel', de: 'Personalaustausch' },
  WORKSHOP: { en: 'workshops', fr: 'ateliers', de: 'Workshops' },
} satisfies Record<string, Message>;

const factorWords = {
  THEMES: { en: 'themes', fr: 'thèmes', de: 'Themen' },
  LANGUAGE: { en: 'language', fr: 'langue', de: 'Sprache' },
  FORMAT: { en: 'way of working', fr: 'façon de travailler', de: 'Arbeitsweise' },
  SIZE: { en: 'size', fr: 'taille', de: 'Größe' },
  KIND: { en: 'kind of authority', fr: 'type de collectivité', de: 'Art der Verwaltung' },
  PROXIMITY: { en: 'distance', fr: 'distance', de: 'Entfernung' },
  EXPERIENCE: { en: 'experience', fr: 'expérience', de: 'Erfahrung' },
  AVAILABILITY: { en: 'availability', fr: 'disponibilité', de: 'Verfügbarkeit' },
} satisfies Record<string, Message>;

export type { Theme } from '#cities';
export type ExchangeFormat = keyof typeof formatWords;
export type MatchFactorKind = keyof typeof factorWords;

const codes: Readonly<Record<string, Message>> = { ...themeWords, ...formatWords, ...factorWords };

/** The sentence of a reason, its codes of themes, formats, factors and languages told as a list of the reader's words. */
export function sayReason(language: Language, locale: string, { id, values }: Reason): string {
  const spoken = language.spoken(locale);
  const list = new Intl.ListFormat(spoken, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(spoken, { type: 'language' });
  const word = (code: string): string => codes[code]?.[spoken] ?? languages.of(code) ?? code;
  const spelled = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'object' ? list.format(value.map(word)) : value] as const,
  );
  return language.say(spoken, suggestionReasons[id], Object.fromEntries(spelled));
}

/** A suggestion's summary as one line of prose. */
export const saySummary = (language: Language, locale: string, summary: readonly Reason[]): string =>
  summary.map((reason) => `${sayReason(language, locale, reason)}.`).join(' ');
