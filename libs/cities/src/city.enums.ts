import { registerEnumType } from '@nestjs/graphql';

/** What kind of authority governs. */
export const CityKind = {
  CITY: 'CITY',
  MUNICIPALITY: 'MUNICIPALITY',
  DISTRICT: 'DISTRICT',
  COUNTY: 'COUNTY',
  REGION: 'REGION',
  RURAL_COMMUNITY: 'RURAL_COMMUNITY',
} as const;
export type CityKind = keyof typeof CityKind;
registerEnumType(CityKind, { name: 'CityKind' });

export const OrganisationKind = {
  AGENCY: 'AGENCY',
  ASSOCIATION_OF_LOCAL_GOVERNMENTS: 'ASSOCIATION_OF_LOCAL_GOVERNMENTS',
  CITY_NETWORK: 'CITY_NETWORK',
  CIVIL_SOCIETY: 'CIVIL_SOCIETY',
  NATIONAL_HUMAN_RIGHTS_INSTITUTION: 'NATIONAL_HUMAN_RIGHTS_INSTITUTION',
  ACADEMIA: 'ACADEMIA',
} as const;
export type OrganisationKind = keyof typeof OrganisationKind;
registerEnumType(OrganisationKind, { name: 'OrganisationKind' });

export const NetworkKind = {
  NATIONAL_PLATFORM: 'NATIONAL_PLATFORM',
  THEMATIC: 'THEMATIC',
  REGIONAL: 'REGIONAL',
} as const;
export type NetworkKind = keyof typeof NetworkKind;
registerEnumType(NetworkKind, { name: 'NetworkKind' });

/** What a claim can be about. */
export const ClaimSubject = {
  DECLARED_YEAR: 'DECLARED_YEAR',
  DECLARATION: 'DECLARATION',
  POPULATION: 'POPULATION',
  NETWORK_ROLE: 'NETWORK_ROLE',
  FOCUS: 'FOCUS',
} as const;
export type ClaimSubject = keyof typeof ClaimSubject;
registerEnumType(ClaimSubject, {
  name: 'ClaimSubject',
  valuesMap: {
    DECLARED_YEAR: { description: 'The value is a year, such as 2014.' },
    DECLARATION: {
      description: 'The value says how the city declared itself a human rights city, or who names it as one.',
    },
    POPULATION: { description: 'The value is a whole number.' },
  },
});

/** By name; by population, the largest first; by declared year, the earliest first. What is not known comes last. */
export const CityOrder = { NAME: 'NAME', POPULATION: 'POPULATION', DECLARED_YEAR: 'DECLARED_YEAR' } as const;
export type CityOrder = keyof typeof CityOrder;
registerEnumType(CityOrder, { name: 'CityOrder' });
