import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A post on its way to its readers: composed once for each language and zone, one durable row for each recipient, and
 * how far it got. No recipient has two rows for one post: `delivery_one_per_recipient`.
 */
export class Deliveries1763760003000 implements MigrationInterface {
  readonly name = 'Deliveries1763760003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table post_mail (
        id uuid primary key,
        post_id uuid not null,
        language text not null,
        time_zone text not null,
        group_slug text not null,
        message_id text not null,
        subject text not null,
        raw bytea not null,
        constraint post_mail_one_per_readership unique (post_id, language, time_zone)
      );
      create table delivery (
        id uuid primary key,
        post_id uuid not null,
        group_id uuid not null,
        person_id uuid not null,
        recipient text not null,
        post_mail_id uuid not null,
        status text not null constraint delivery_status check (status in ('WAITING', 'SENDING', 'DELIVERED', 'FAILED')),
        attempts int not null default 0,
        created_at timestamptz not null,
        next_attempt_at timestamptz not null,
        sender text,
        delivered_at timestamptz,
        last_error text,
        constraint delivery_one_per_recipient unique (post_id, recipient),
        constraint delivery_sent_by_someone check ((status = 'SENDING') = (sender is not null))
      );
      create index delivery_due on delivery (next_attempt_at, id) where status = 'WAITING';
      create index delivery_under_way on delivery (sender) where status = 'SENDING';
      create table delivery_trace (
        post_id uuid primary key,
        recipients int not null,
        delivered int not null default 0,
        failed int not null default 0,
        constraint delivery_trace_adds_up check (delivered >= 0 and failed >= 0 and delivered + failed <= recipients)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table delivery_trace; drop table delivery; drop table post_mail;`);
  }
}
