import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail to single people (sign-in links, refusals), one durable row each, and the outbox: what went out where no relay
 * is configured.
 */
export class OutgoingMail1763700003000 implements MigrationInterface {
  readonly name = 'OutgoingMail1763700003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outgoing_mail (
        id uuid primary key,
        recipient text not null,
        raw bytea not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        failed_at timestamptz,
        attempts int not null default 0,
        last_error text
      );
      create table outbox (
        id uuid primary key,
        at timestamptz not null,
        sender text not null,
        recipient text not null,
        subject text not null,
        list_id text,
        raw bytea not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table outbox; drop table outgoing_mail;`);
  }
}
