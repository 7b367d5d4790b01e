import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series with what each of their meetings carries, and the meetings. */
export class Meetings1763750001000 implements MigrationInterface {
  readonly name = 'Meetings1763750001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting_series (
        id uuid primary key,
        slug text not null constraint meeting_series_slug unique,
        name text not null,
        about text,
        created_by uuid,
        created_at timestamptz not null
      );
      create domain session_kind as text check (value in ('PLENARY', 'WORKING_GROUP', 'PRACTICE_EXCHANGE', 'PANEL',
        'REPORTING_BACK', 'BREAK', 'MEAL', 'SOCIAL', 'REGISTRATION'));
      create table standing_item (
        id uuid primary key,
        series_id uuid not null references meeting_series (id) on delete cascade,
        title text not null,
        kind session_kind not null,
        minutes int not null check (minutes between 1 and 1440),
        about text,
        created_at timestamptz not null
      );
      create unique index standing_item_title_once on standing_item (series_id, lower(title));
      create table series_regular (
        series_id uuid not null references meeting_series (id) on delete cascade,
        city_id uuid not null,
        position int not null,
        primary key (series_id, city_id)
      );
      create table meeting (
        id uuid primary key,
        slug text not null constraint meeting_slug unique,
        series_id uuid references meeting_series (id),
        title text not null,
        about text,
        format text not null check (format in ('IN_PERSON', 'ONLINE', 'HYBRID')),
        status text not null check (status in ('PLANNED', 'INVITING', 'REGISTRATION_OPEN', 'RUNNING', 'HELD', 'CANCELLED')),
        starts_at timestamptz,
        ends_at timestamptz,
        time_zone text not null,
        venue text,
        online_url text,
        capacity int check (capacity > 0),
        approval boolean not null,
        host_id uuid,
        group_id uuid,
        public_since timestamptz,
        version int not null default 0,
        revision int not null default 0,
        created_by uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        sorts_at timestamptz not null generated always as (coalesce(starts_at, timestamptz '9999-12-31T00:00:00Z')) stored,
        constraint meeting_has_both_ends check ((starts_at is null) = (ends_at is null)),
        constraint meeting_ends_after_it_starts check (ends_at > starts_at)
      );
      create index meeting_by_start on meeting (sorts_at, id);
      create index meeting_of_series on meeting (series_id, sorts_at, id);
      create index meeting_of_group on meeting (group_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table meeting; drop table series_regular; drop table standing_item; drop domain session_kind; drop table meeting_series;
    `);
  }
}
