import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events as they were committed, the topics that live readers follow, and what each topic's numbers stand for. */
export class Events1763700001000 implements MigrationInterface {
  readonly name = 'Events1763700001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table event (
        id bigserial primary key,
        name text not null,
        facts jsonb not null,
        at timestamptz not null,
        relayed_at timestamptz
      );
      create index event_to_relay on event (id) where relayed_at is null;
      create table topic (name text collate "C" primary key, cursor bigint not null);
      create table topic_event (
        topic text collate "C" not null,
        cursor bigint not null,
        event_id bigint not null references event (id) on delete cascade,
        primary key (topic, cursor)
      );
      create index topic_event_event on topic_event (event_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table topic_event; drop table topic; drop table event;`);
  }
}
