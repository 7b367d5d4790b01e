import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads, and what each of their readers has read of them. */
export class Threads1763730002000 implements MigrationInterface {
  readonly name = 'Threads1763730002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table thread (
        id uuid primary key,
        group_id uuid not null references discussion_group (id),
        title text not null check (length(title) between 1 and 300),
        themes text[] not null default '{}',
        author_id uuid,
        created_at timestamptz not null,
        last_post_at timestamptz not null,
        post_count int not null default 0 check (post_count >= 0),
        locked boolean not null default false,
        pinned boolean not null default false,
        merged_into_id uuid references thread (id),
        constraint thread_not_into_itself check (merged_into_id <> id)
      );
      create index threads_of_group_pinned_first on thread (group_id, (pinned::int), last_post_at, id) where merged_into_id is null;
      create index threads_of_group_by_activity on thread (group_id, last_post_at) where merged_into_id is null;
      create index threads_merged_into on thread (merged_into_id) where merged_into_id is not null;

      create table thread_reader (
        thread_id uuid not null references thread (id) on delete cascade,
        person_id uuid not null,
        follow text not null default 'NORMAL' check (follow in ('FOLLOWING', 'NORMAL', 'MUTED')),
        last_read_number int not null default 0 check (last_read_number >= 0),
        own_unread int not null default 0 check (own_unread >= 0),
        post_count int not null default 0 check (post_count >= 0),
        constraint thread_reader_once primary key (thread_id, person_id)
      );
      create index threads_of_reader on thread_reader (person_id, thread_id);
      create index participants_of_thread on thread_reader (thread_id, post_count, person_id) where post_count > 0;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table thread_reader; drop table thread;`);
  }
}
