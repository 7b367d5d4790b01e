import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CityKind, ClaimSubject, NetworkKind, OrganisationKind } from './city.enums.js';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const language = z.string().regex(/^[a-z]{2,3}$/);
const sourced = { source: z.string().min(1), sourceUrl: z.url().nullable(), publishedOn: z.iso.date().nullable() };

const claim = z.strictObject({
  subject: z.enum(ClaimSubject),
  value: z.string().min(1),
  ...sourced,
  denies: z.boolean().default(false),
});
const city = z.strictObject({
  slug,
  name: z.string().min(1),
  kind: z.enum(CityKind),
  country,
  partOf: slug.nullable(),
  population: z.int().positive().nullable(),
  languages: z.array(language).min(1),
  location: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
  geonameId: z.int().positive().nullable(),
  claims: z.array(claim).min(1),
});
const organisation = z.strictObject({
  slug,
  name: z.string().min(1),
  kind: z.enum(OrganisationKind),
  country: country.nullable(),
  website: z.url().nullable(),
  about: z.string().min(1).nullable(),
  ...sourced,
  authority: z.boolean(),
});
const network = z.strictObject({
  slug,
  name: z.string().min(1),
  kind: z.enum(NetworkKind),
  convenor: slug.nullable(),
  about: z.string().min(1),
  ...sourced,
  members: z.array(z.strictObject({ city: slug, ...sourced })),
});
const files = {
  cities: z.strictObject({ attribution: z.string().min(1), cities: z.array(city) }),
  organisations: z.strictObject({ organisations: z.array(organisation) }),
  networks: z.strictObject({ networks: z.array(network) }),
  countries: z.strictObject({
    attribution: z.string().min(1),
    countries: z.record(country, z.strictObject({ languages: z.array(language), eu: z.boolean() })),
  }),
};

const readShipped = (name: keyof typeof files): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8'));

export type ShippedCity = z.infer<typeof city>;
export type ShippedOrganisation = z.infer<typeof organisation>;
export type ShippedNetwork = z.infer<typeof network>;

/** What the product knows before anyone signs in: `data/README.md` tells whose facts these are. */
export interface ShippedFacts {
  readonly attribution: string;
  readonly cities: readonly ShippedCity[];
  readonly organisations: readonly ShippedOrganisation[];
  readonly networks: readonly ShippedNetwork[];
}

/** Reads and checks the shipped files; throws, naming the place, when one is malformed. */
export function shippedFacts(): ShippedFacts {
  return {
    ...files.cities.parse(readShipped('cities')),
    ...files.organisations.parse(readShipped('organisations')),
    ...files.networks.parse(readShipped('networks')),
  };
}

const { countries } = files.countries.parse(readShipped('countries'));

/** Official languages and EU membership of a country; undefined for a country that the shipped list leaves out. */
export function countryFacts(code: string): { languages: readonly string[]; eu: boolean } | undefined {
  return countries[code];
}
