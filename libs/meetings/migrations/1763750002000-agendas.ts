import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the draft of an agenda and each published version hold alike. */
const session = `
  title text not null,
  kind session_kind not null,
  minutes int not null check (minutes between 1 and 1440),
  starts_at timestamptz,
  room_id uuid,
  pinned boolean not null,
  speaker_ids uuid[] not null,
  moderator_ids uuid[] not null,
  speaker_names text[] not null,
  moderator_names text[] not null,
  about text,
  questions text[] not null,
  parallel_set text,
  capacity int check (capacity > 0),
  needs text[] not null,
  standing_item_id uuid references standing_item (id)`;

/** Rooms and sessions as they are being planned, and published versions, which nothing changes any more. */
export class Agendas1763750002000 implements MigrationInterface {
  readonly name = 'Agendas1763750002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table room (
        id uuid primary key,
        meeting_id uuid not null references meeting (id) on delete cascade,
        name text not null,
        capacity int check (capacity > 0),
        features text[] not null,
        constraint room_of_meeting unique (meeting_id, id)
      );
      create unique index room_name_once on room (meeting_id, lower(name));
      create table agenda_session (
        id uuid primary key,
        meeting_id uuid not null references meeting (id) on delete cascade,
        ${session},
        notes text,
        started_at timestamptz,
        finished_at timestamptz,
        constraint agenda_session_room_of_meeting foreign key (meeting_id, room_id) references room (meeting_id, id),
        constraint agenda_session_standing_item_once unique (meeting_id, standing_item_id),
        constraint agenda_session_finished_after_started check (finished_at >= started_at),
        constraint agenda_session_started_before_finished check (finished_at is null or started_at is not null)
      );
      create index agenda_session_of_meeting on agenda_session (meeting_id, starts_at, id);
      create table agenda_version (
        meeting_id uuid not null references meeting (id) on delete cascade,
        version int not null check (version > 0),
        published_at timestamptz not null,
        published_by uuid,
        changes jsonb not null,
        primary key (meeting_id, version)
      );
      create table published_session (
        meeting_id uuid not null,
        version int not null,
        id uuid not null,
        ${session},
        primary key (meeting_id, version, id),
        foreign key (meeting_id, version) references agenda_version (meeting_id, version) on delete cascade,
        foreign key (meeting_id, room_id) references room (meeting_id, id)
      );
      create index published_session_by_id on published_session (id, version);
      create function refuse_change_of_what_was_published() returns trigger language plpgsql as $$
        begin raise exception 'a published agenda is not changed; publish the next version'; end $$;
      create trigger agenda_version_stands before update on agenda_version
        for each row execute function refuse_change_of_what_was_published();
      create trigger published_session_stands before update on published_session
        for each row execute function refuse_change_of_what_was_published();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table published_session; drop table agenda_version; drop function refuse_change_of_what_was_published();
      drop table agenda_session; drop table room;
    `);
  }
}
