import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cities offer to teach and ask to learn. Places taken never exceed those offered: in all, and on each theme. */
export class OffersAndRequests1763740001000 implements MigrationInterface {
  readonly name = 'OffersAndRequests1763740001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mentor_offer (
        id uuid primary key,
        city_id uuid not null constraint mentor_offer_one_per_city unique,
        languages text[] not null,
        formats text[] not null,
        about text,
        open boolean not null,
        capacity int not null,
        active_count int not null default 0,
        completed_count int not null default 0,
        updated_at timestamptz not null,
        constraint mentor_offer_counts check (active_count >= 0 and completed_count >= 0),
        constraint mentor_offer_within_capacity check (active_count <= capacity)
      );
      create table mentor_offer_theme (
        offer_id uuid not null references mentor_offer (id) on delete cascade,
        theme text not null,
        position int not null,
        places int,
        active_count int not null default 0,
        completed_count int not null default 0,
        primary key (offer_id, theme),
        constraint mentor_offer_theme_counts check (active_count >= 0 and completed_count >= 0),
        constraint mentor_offer_theme_within_places check (active_count <= places)
      );
      create index mentor_offer_theme_by_theme on mentor_offer_theme (theme, offer_id);
      create table learning_request (
        id uuid primary key,
        city_id uuid not null,
        themes text[] not null,
        languages text[] not null,
        formats text[] not null,
        goal text not null,
        open boolean not null,
        created_at timestamptz not null,
        closed_at timestamptz,
        constraint learning_request_themes check (cardinality(themes) > 0),
        constraint learning_request_closed_once check (open = (closed_at is null))
      );
      create index learning_request_of_city on learning_request (city_id, open, created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table learning_request; drop table mentor_offer_theme; drop table mentor_offer;`);
  }
}
