import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who belongs to which city or organisation. Of each person, body and role one membership at most is open: asked for or
 * confirmed. `since` is the time of the asking until it is confirmed, then that of the confirmation.
 */
export class Memberships1763720003000 implements MigrationInterface {
  readonly name = 'Memberships1763720003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table membership (
        id uuid primary key,
        person_id uuid not null,
        city_id uuid references city (id),
        organisation_id uuid references organisation (id),
        body_id uuid not null generated always as (coalesce(city_id, organisation_id)) stored,
        role text not null check (role in ('FOCAL_POINT', 'PRACTITIONER', 'ELECTED_REPRESENTATIVE', 'EXPERT')),
        status text not null check (status in ('REQUESTED', 'CONFIRMED', 'ENDED')),
        title text check (length(title) between 1 and 200),
        since timestamptz not null,
        decided_by uuid,
        ended_at timestamptz,
        constraint membership_of_one_body check (num_nonnulls(city_id, organisation_id) = 1),
        constraint membership_ended_has_its_time check ((status = 'ENDED') = (ended_at is not null))
      );
      create unique index membership_one_open_per_role on membership (person_id, body_id, role) where status <> 'ENDED';
      create index membership_members_of_body on membership (body_id, since, id) where status = 'CONFIRMED';
      create index membership_requests on membership (since, id) where status = 'REQUESTED';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table membership;`);
  }
}
