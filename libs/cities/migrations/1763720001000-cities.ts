import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The directory. `declared`, `declared_year` and `population` of a city follow from its claims by one rule;
 * `search_name` is the name folded to plain small letters, for search and for an order that people expect.
 */
export class Cities1763720001000 implements MigrationInterface {
  readonly name = 'Cities1763720001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table city (
        id uuid primary key,
        slug text not null constraint city_slug unique,
        name text not null check (length(name) between 1 and 200),
        search_name text collate "C" not null,
        kind text not null check (kind in ('CITY', 'MUNICIPALITY', 'DISTRICT', 'COUNTY', 'REGION', 'RURAL_COMMUNITY')),
        country text not null check (country ~ '^[A-Z]{2}$'),
        part_of_id uuid references city (id) constraint city_not_part_of_itself check (part_of_id <> id),
        population int check (population > 0),
        languages text[] not null default '{}',
        latitude float8 check (latitude between -90 and 90),
        longitude float8 check (longitude between -180 and 180),
        website text,
        about text,
        declared boolean not null default false,
        declared_year int check (declared_year between 1948 and 9998),
        geoname_id int,
        member_count int not null default 0 check (member_count >= 0),
        created_at timestamptz not null,
        constraint city_placed_or_not check ((latitude is null) = (longitude is null)),
        constraint city_with_a_year_is_declared check (declared or declared_year is null)
      );
      create index city_by_name on city (search_name, id);
      create index city_by_population on city (coalesce(population, 0) desc, id desc);
      create index city_by_declared_year on city (coalesce(declared_year, 9999), search_name, id);

      create table claim (
        id uuid primary key,
        city_id uuid not null references city (id) on delete cascade,
        subject text not null check (subject in ('DECLARED_YEAR', 'DECLARATION', 'POPULATION', 'NETWORK_ROLE', 'FOCUS')),
        value text not null check (length(value) between 1 and 1000),
        source text not null check (length(source) between 1 and 300),
        source_url text,
        published_on date,
        denies boolean not null default false,
        own_word boolean not null default false,
        created_at timestamptz not null,
        constraint claim_said_once unique (city_id, subject, value, source),
        constraint claim_of_year_is_a_year check (subject <> 'DECLARED_YEAR' or value ~ '^[0-9]{4}$'),
        constraint claim_of_population_is_a_number check (subject <> 'POPULATION' or value ~ '^[1-9][0-9]{0,8}$')
      );
      create unique index claim_one_own_word_per_subject on claim (city_id, subject) where own_word;

      create table city_exchange (
        city_id uuid primary key references city (id) on delete cascade,
        mentoring boolean not null default false,
        mentors_on text[] not null default '{}',
        learns_on text[] not null default '{}',
        constraint city_exchange_mentors_on_something check (mentoring = (mentors_on <> '{}'))
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table city_exchange; drop table claim; drop table city;`);
  }
}
