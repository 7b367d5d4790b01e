import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Twinnings and what happens in them. Two cities have one open twinning at most, whichever of them is to mentor; of an event, a person gets one letter. */
export class Twinnings1763740002000 implements MigrationInterface {
  readonly name = 'Twinnings1763740002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table twinning (
        id uuid primary key,
        mentor_id uuid not null,
        learner_id uuid not null,
        request_id uuid not null references learning_request (id),
        themes text[] not null,
        goal text not null,
        status text not null,
        message text,
        answer text,
        end_reason text,
        proposed_by uuid,
        proposed_at timestamptz not null,
        expires_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        last_activity_at timestamptz,
        group_id uuid,
        constraint twinning_of_two check (mentor_id <> learner_id),
        constraint twinning_status check
          (status in ('PROPOSED', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'COMPLETED', 'ENDED_EARLY', 'EXPIRED')),
        constraint twinning_started check
          ((status in ('ACTIVE', 'COMPLETED', 'ENDED_EARLY')) = (started_at is not null)
           and (started_at is null) = (group_id is null) and (started_at is null) = (last_activity_at is null)),
        constraint twinning_ended check ((status in ('PROPOSED', 'ACTIVE')) = (ended_at is null))
      );
      create unique index twinning_one_open_per_pair on twinning (least(mentor_id, learner_id), greatest(mentor_id, learner_id))
        where status in ('PROPOSED', 'ACTIVE');
      create index twinning_by_proposal on twinning (proposed_at desc, id desc);
      create index twinning_of_mentor on twinning (mentor_id, proposed_at desc, id desc);
      create index twinning_of_learner on twinning (learner_id, proposed_at desc, id desc);
      create index twinning_to_expire on twinning (expires_at) where status = 'PROPOSED';
      create unique index twinning_of_group on twinning (group_id) where group_id is not null;
      create table milestone (
        id uuid primary key,
        twinning_id uuid not null references twinning (id) on delete cascade,
        title text not null,
        due_on date,
        done_at timestamptz
      );
      create index milestone_of_twinning on milestone (twinning_id, due_on, id);
      create table exchange (
        id uuid primary key,
        twinning_id uuid not null references twinning (id) on delete cascade,
        format text not null,
        title text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        time_zone text not null,
        notes text,
        location text,
        logged_by uuid,
        constraint exchange_takes_time check (starts_at < ends_at)
      );
      create index exchange_of_twinning on exchange (twinning_id, starts_at, id);
      create table evaluation (
        id uuid primary key,
        twinning_id uuid not null references twinning (id) on delete cascade,
        city_id uuid not null,
        rating int not null constraint evaluation_rating check (rating between 1 and 5),
        learned text not null,
        would_recommend boolean not null,
        written_by uuid,
        created_at timestamptz not null,
        constraint evaluation_one_per_city unique (twinning_id, city_id)
      );
      create table twinning_letter (event_id bigint, person_id uuid, primary key (event_id, person_id));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table twinning_letter; drop table evaluation; drop table exchange; drop table milestone; drop table twinning;`,
    );
  }
}
