import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts in their threads, with earlier wordings, reactions, attachments and reports to moderators. */
export class Posts1763730003000 implements MigrationInterface {
  readonly name = 'Posts1763730003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table post (
        id uuid primary key,
        thread_id uuid not null references thread (id),
        number int not null check (number > 0),
        author_id uuid,
        author_name text not null,
        parent_id uuid references post (id),
        body text not null,
        html text not null,
        quoted text,
        origin text not null check (origin in ('WEB', 'EMAIL', 'API', 'IMPORT')),
        message_id text not null constraint post_message_id unique,
        idempotency_key text check (length(idempotency_key) between 1 and 200),
        reactions jsonb not null default '[]',
        created_at timestamptz not null,
        edited_at timestamptz,
        removed_at timestamptz,
        removed_by uuid,
        removal_reason text,
        constraint post_number_in_thread unique (thread_id, number) deferrable initially immediate
      );
      create unique index post_once_per_key on post (author_id, idempotency_key) where idempotency_key is not null;
      create index posts_of_author on post (author_id, created_at);
      create index replies_to_post on post (parent_id) where parent_id is not null;

      create table post_revision (
        id uuid primary key,
        post_id uuid not null references post (id) on delete cascade,
        body text not null,
        editor_id uuid,
        at timestamptz not null
      );
      create index revisions_of_post on post_revision (post_id, at, id);

      create table post_reaction (
        post_id uuid not null references post (id) on delete cascade,
        person_id uuid not null,
        emoji text not null check (length(emoji) between 1 and 32),
        at timestamptz not null,
        constraint post_reaction_once primary key (post_id, person_id, emoji)
      );

      create table post_attachment (
        post_id uuid not null references post (id) on delete cascade,
        position int not null,
        file_id uuid not null references file (id),
        primary key (post_id, position)
      );
      create index posts_with_file on post_attachment (file_id);

      create table post_report (
        id uuid primary key,
        post_id uuid not null references post (id) on delete cascade,
        reporter_id uuid not null,
        reason text not null check (length(reason) between 1 and 2000),
        at timestamptz not null,
        moderators_told_at timestamptz,
        constraint post_report_once unique (post_id, reporter_id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table post_report; drop table post_attachment; drop table post_reaction; drop table post_revision; drop table post;
    `);
  }
}
