import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and what they sign in with. A verified address belongs to one person; an erased person keeps nothing personal. */
export class People1763710001000 implements MigrationInterface {
  readonly name = 'People1763710001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm;
      create table person (
        id uuid primary key,
        name text not null check (length(name) between 1 and 100),
        folded_name text not null,
        email text check (length(email) <= 254),
        canonical_email text check (length(canonical_email) <= 254),
        verified_at timestamptz,
        bio text check (length(bio) <= 100000),
        avatar_url text,
        locale text not null check (length(locale) <= 35),
        time_zone text not null check (length(time_zone) <= 64),
        roles text[] not null default '{}' check (roles <@ array['ADMIN', 'ORGANISER', 'MODERATOR']),
        joined_at timestamptz not null,
        erased_at timestamptz,
        constraint person_reachable_until_erased check ((erased_at is null) = (email is not null) and (email is null) = (canonical_email is null)),
        constraint person_erased_keeps_nothing check (erased_at is null or (verified_at is null and bio is null and avatar_url is null and roles = '{}')),
        constraint person_roles_need_verified_address check (roles = '{}' or verified_at is not null)
      );
      create unique index person_one_verified_per_address on person (canonical_email) where verified_at is not null;
      create index person_sign_ups_by_address on person (canonical_email, joined_at) where verified_at is null;
      create index person_sign_ups_to_lapse on person (joined_at) where verified_at is null and erased_at is null;
      create index person_by_name on person (folded_name collate "C", id) where verified_at is not null;
      create index person_name_search on person using gin (folded_name gin_trgm_ops) where verified_at is not null;
      create index person_administrators on person (id) where 'ADMIN' = any (roles);

      create table password (
        person_id uuid primary key references person (id) on delete cascade,
        hash text not null check (hash like '$argon2id$%'),
        set_at timestamptz not null
      );
      create table session (
        id uuid primary key,
        token_hash bytea not null check (length(token_hash) = 32),
        person_id uuid not null references person (id) on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_seen_at timestamptz not null,
        revoked_at timestamptz
      );
      create unique index session_token on session (token_hash);
      create index session_person on session (person_id) where revoked_at is null;
      create index session_to_sweep on session (expires_at);
      create table access_token (
        id uuid primary key,
        token_hash bytea not null check (length(token_hash) = 32),
        person_id uuid not null references person (id) on delete cascade,
        name text not null check (length(name) between 1 and 100),
        created_at timestamptz not null,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      create unique index access_token_token on access_token (token_hash);
      create index access_token_person on access_token (person_id, id) where revoked_at is null;
      create table link_token (
        id uuid primary key,
        token_hash bytea not null check (length(token_hash) = 32),
        person_id uuid not null references person (id) on delete cascade,
        purpose text not null check (purpose in ('VERIFY', 'SIGN_IN')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create unique index link_token_token on link_token (token_hash);
      create unique index link_token_newest_only on link_token (person_id, purpose);
      create index link_token_to_sweep on link_token (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table link_token, access_token, session, password, person;`);
  }
}
