import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups and their members. */
export class Groups1763730001000 implements MigrationInterface {
  readonly name = 'Groups1763730001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table discussion_group (
        id uuid primary key,
        slug text not null constraint group_slug unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 64),
        name text not null check (length(name) between 1 and 200),
        about text,
        kind text not null check (kind in ('COMMUNITY', 'WORKING_GROUP', 'TWINNING', 'MEETING')),
        visibility text not null check (visibility in ('PUBLIC', 'MEMBERS', 'PRIVATE')),
        member_count int not null default 0 check (member_count >= 0),
        thread_count int not null default 0 check (thread_count >= 0),
        created_by uuid,
        created_at timestamptz not null
      );
      create index groups_by_name on discussion_group (lower(name), id);

      create table group_member (
        group_id uuid not null references discussion_group (id) on delete cascade,
        person_id uuid not null,
        moderator boolean not null default false,
        delivery text not null default 'EVERY_POST'
          check (delivery in ('EVERY_POST', 'DAILY_DIGEST', 'WEEKLY_DIGEST', 'MENTIONS_ONLY', 'NOTHING')),
        since timestamptz not null,
        caught_up_at timestamptz not null,
        constraint group_member_once primary key (group_id, person_id)
      );
      create index groups_of_person on group_member (person_id, group_id);
      create index members_of_group_by_since on group_member (group_id, since, person_id);
      comment on column group_member.caught_up_at is 'No thread of the group that last moved before this is unread; counts of unread threads start here.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table group_member; drop table discussion_group;`);
  }
}
