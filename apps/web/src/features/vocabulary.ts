import type {
  DeliveryMode,
  ExchangeFormat,
  MeetingFormat,
  MembershipRole,
  SessionKind,
  Theme,
} from '../generated/graphql.js';

/** The values that people choose from, in the order in which they are offered; `satisfies` keeps them those of the schema. */
export const allThemes = [
  'NON_DISCRIMINATION',
  'RACISM',
  'GENDER_EQUALITY',
  'LGBTIQ',
  'DISABILITY',
  'CHILDREN',
  'YOUTH',
  'OLDER_PEOPLE',
  'ROMA',
  'MIGRATION_AND_ASYLUM',
  'HOUSING',
  'HEALTH',
  'EDUCATION',
  'EMPLOYMENT',
  'SOCIAL_INCLUSION',
  'POVERTY',
  'PARTICIPATION',
  'CIVIL_SOCIETY',
  'HUMAN_RIGHTS_EDUCATION',
  'HATE_CRIME',
  'POLICING_AND_SAFETY',
  'DIGITAL_AND_SMART_CITY',
  'ENVIRONMENT',
  'BUDGETING',
  'PROCUREMENT',
  'DATA_AND_INDICATORS',
  'COMPLAINTS_MECHANISMS',
  'GOVERNANCE',
] as const satisfies readonly Theme[];

export const exchangeFormats = [
  'ONLINE_SESSION',
  'STUDY_VISIT',
  'DOCUMENT_REVIEW',
  'STAFF_EXCHANGE',
  'WORKSHOP',
] as const satisfies readonly ExchangeFormat[];

export const membershipRoles = [
  'FOCAL_POINT',
  'PRACTITIONER',
  'ELECTED_REPRESENTATIVE',
  'EXPERT',
] as const satisfies readonly MembershipRole[];

export const deliveryModes = [
  'EVERY_POST',
  'DAILY_DIGEST',
  'WEEKLY_DIGEST',
  'MENTIONS_ONLY',
  'NOTHING',
] as const satisfies readonly DeliveryMode[];

export const meetingFormats = ['IN_PERSON', 'ONLINE', 'HYBRID'] as const satisfies readonly MeetingFormat[];

export const sessionKinds = [
  'PLENARY',
  'WORKING_GROUP',
  'PRACTICE_EXCHANGE',
  'PANEL',
  'REPORTING_BACK',
  'BREAK',
  'MEAL',
  'SOCIAL',
  'REGISTRATION',
] as const satisfies readonly SessionKind[];

/** Languages in which cities of the network work with each other. */
export const workingLanguages = [
  'bg',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'hr',
  'hu',
  'it',
  'lt',
  'lv',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sv',
] as const;
