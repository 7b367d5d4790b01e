import { Injectable } from '@nestjs/common';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { declaredYearOf, isDeclared } from './best-supported.js';
import { CityAdded, NetworkAdded, OrganisationAdded } from './city.events.js';
import { foldedName } from '#platform/names';
import {
  shippedFacts,
  type ShippedCity,
  type ShippedFacts,
  type ShippedNetwork,
  type ShippedOrganisation,
} from './shipped-facts.js';

/** How many of each were new to the directory. */
export interface LoadedFacts {
  readonly cities: number;
  readonly organisations: number;
  readonly networks: number;
}

/**
 * Puts the facts that the product ships into the directory. What has a slug that is there already stays as it is, so it
 * may run at every start.
 */
@Injectable()
export class LoadFacts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async load(facts: ShippedFacts = shippedFacts()): Promise<LoadedFacts> {
    return this.unitOfWork.run(async (tx) => {
      const at = this.clock.now();
      const cities = await loadCities(tx, facts.cities, at);
      const organisations = await loadOrganisations(tx, facts.organisations, at);
      const networks = await loadNetworks(tx, facts.networks, at);
      for (const { id } of cities) tx.record(new CityAdded(id));
      for (const { id } of organisations) tx.record(new OrganisationAdded(id));
      for (const { id } of networks) tx.record(new NetworkAdded(id));
      return { cities: cities.length, organisations: organisations.length, networks: networks.length };
    });
  }
}

interface Loaded {
  id: string;
  slug: string;
}

async function loadCities(tx: Transaction, cities: readonly ShippedCity[], at: Date): Promise<Loaded[]> {
  const rows = cities.map(({ claims, ...city }) => {
    const statements = claims.map((claim) => ({ ...claim, ownWord: false }));
    return {
      ...city,
      id: newId(),
      searchName: foldedName(city.name),
      declared: isDeclared(statements),
      declaredYear: declaredYearOf(statements),
    };
  });
  const loaded = await tx.query<Loaded>(
    `insert into city (id, slug, name, search_name, kind, country, population, languages, latitude, longitude, declared,
       declared_year, geoname_id, created_at)
     select r.id, r.slug, r.name, r."searchName", r.kind, r.country, r.population, r.languages,
       (r.location->>'latitude')::float8, (r.location->>'longitude')::float8, r.declared, r."declaredYear", r."geonameId", $2
     from jsonb_to_recordset($1) as r (id uuid, slug text, name text, "searchName" text, kind text, country text,
       population int, languages text[], location jsonb, declared boolean, "declaredYear" int, "geonameId" int)
     on conflict on constraint city_slug do nothing returning id, slug`,
    [JSON.stringify(rows), at],
  );
  await tx.query(
    `update city part set part_of_id = whole.id
     from jsonb_to_recordset($1) as r (id uuid, "partOf" text) join city whole on whole.slug = r."partOf"
     where part.id = r.id`,
    [JSON.stringify(rows)],
  );
  await loadClaims(tx, cities, loaded, at);
  return loaded;
}

async function loadClaims(tx: Transaction, cities: readonly ShippedCity[], loaded: Loaded[], at: Date): Promise<void> {
  const idOf = new Map(loaded.map(({ id, slug }) => [slug, id]));
  const claims = cities
    .filter(({ slug }) => idOf.has(slug))
    .flatMap(({ slug, claims }) => claims.map((claim) => ({ ...claim, id: newId(), cityId: idOf.get(slug) })));
  await tx.query(
    `insert into claim (id, city_id, subject, value, source, source_url, published_on, denies, created_at)
     select r.id, r."cityId", r.subject, r.value, r.source, r."sourceUrl", r."publishedOn", r.denies, $2
     from jsonb_to_recordset($1) as r (id uuid, "cityId" uuid, subject text, value text, source text, "sourceUrl" text,
       "publishedOn" date, denies boolean)`,
    [JSON.stringify(claims), at],
  );
}

async function loadOrganisations(
  tx: Transaction,
  organisations: readonly ShippedOrganisation[],
  at: Date,
): Promise<Loaded[]> {
  const rows = organisations.map((organisation) => ({
    ...organisation,
    id: newId(),
    searchName: foldedName(organisation.name),
    about: aboutWithSource(organisation),
  }));
  return tx.query<Loaded>(
    `insert into organisation (id, slug, name, search_name, kind, country, website, about, created_at)
     select r.id, r.slug, r.name, r."searchName", r.kind, r.country, r.website, r.about, $2
     from jsonb_to_recordset($1) as r (id uuid, slug text, name text, "searchName" text, kind text, country text,
       website text, about text)
     on conflict on constraint organisation_slug do nothing returning id, slug`,
    [JSON.stringify(rows), at],
  );
}

async function loadNetworks(tx: Transaction, networks: readonly ShippedNetwork[], at: Date): Promise<Loaded[]> {
  const rows = networks.map((network) => ({
    ...network,
    id: newId(),
    searchName: foldedName(network.name),
    about: aboutWithSource(network),
    members: network.members.map(({ city }) => city),
  }));
  const loaded = await tx.query<Loaded>(
    `insert into network (id, slug, name, search_name, kind, about, convenor_organisation_id, created_at)
     select r.id, r.slug, r.name, r."searchName", r.kind, r.about, o.id, $2
     from jsonb_to_recordset($1) as r (id uuid, slug text, name text, "searchName" text, kind text, about text, convenor text)
     left join organisation o on o.slug = r.convenor
     on conflict on constraint network_slug do nothing returning id, slug`,
    [JSON.stringify(rows), at],
  );
  const isNew = new Set(loaded.map(({ id }) => id));
  await tx.query(
    `with joined as (
       insert into network_city (network_id, city_id, since)
       select r.id, c.id, $2 from jsonb_to_recordset($1) as r (id uuid, members text[]) join city c on c.slug = any(r.members)
       returning network_id)
     update network n set city_count = j.count
     from (select network_id, count(*)::int as count from joined group by network_id) j where n.id = j.network_id`,
    [JSON.stringify(rows.filter(({ id }) => isNew.has(id))), at],
  );
  return loaded;
}

/** What is said of a body or network, with the source that says so. */
function aboutWithSource({
  about,
  source,
  sourceUrl,
}: {
  about: string | null;
  source: string;
  sourceUrl: string | null;
}): string {
  const named = sourceUrl === null ? source : `[${source}](${sourceUrl})`;
  return [...(about === null ? [] : [about]), `Source: ${named}`].join('\n\n');
}
