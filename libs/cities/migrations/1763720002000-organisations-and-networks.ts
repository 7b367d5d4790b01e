import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, and networks of cities with at most one convenor, which is a city or an organisation. */
export class OrganisationsAndNetworks1763720002000 implements MigrationInterface {
  readonly name = 'OrganisationsAndNetworks1763720002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organisation (
        id uuid primary key,
        slug text not null constraint organisation_slug unique,
        name text not null check (length(name) between 1 and 200),
        search_name text collate "C" not null,
        kind text not null check (kind in ('AGENCY', 'ASSOCIATION_OF_LOCAL_GOVERNMENTS', 'CITY_NETWORK', 'CIVIL_SOCIETY',
          'NATIONAL_HUMAN_RIGHTS_INSTITUTION', 'ACADEMIA')),
        country text check (country ~ '^[A-Z]{2}$'),
        website text,
        about text,
        member_count int not null default 0 check (member_count >= 0),
        created_at timestamptz not null
      );
      create index organisation_by_name on organisation (search_name, id);

      create table network (
        id uuid primary key,
        slug text not null constraint network_slug unique,
        name text not null check (length(name) between 1 and 200),
        search_name text collate "C" not null,
        kind text not null check (kind in ('NATIONAL_PLATFORM', 'THEMATIC', 'REGIONAL')),
        about text,
        convenor_city_id uuid references city (id),
        convenor_organisation_id uuid references organisation (id),
        city_count int not null default 0 check (city_count >= 0),
        created_at timestamptz not null,
        constraint network_one_convenor check (num_nonnulls(convenor_city_id, convenor_organisation_id) <= 1)
      );
      create index network_by_name on network (search_name, id);

      create table network_city (
        network_id uuid not null references network (id) on delete cascade,
        city_id uuid not null references city (id) on delete cascade,
        since timestamptz not null,
        primary key (network_id, city_id)
      );
      create index network_city_networks_of_city on network_city (city_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table network_city; drop table network; drop table organisation;`);
  }
}
