import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Matching rounds: who ranked whom, and what was computed of it. The certificate is kept as `json`, which keeps its
 * bytes as they were signed; and leaves the order of keys alone.
 */
export class MatchingRounds1763740010000 implements MigrationInterface {
  readonly name = 'MatchingRounds1763740010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table matching_round (
        id uuid primary key,
        name text not null,
        aim text not null,
        seed text not null,
        status text not null,
        closes_at timestamptz not null,
        opened_by uuid,
        opened_at timestamptz not null,
        learner_count int not null default 0,
        mentor_count int not null default 0,
        computing_since timestamptz,
        computed_at timestamptz,
        published_at timestamptz,
        constraint matching_round_aim check (aim in ('LEARNERS_FIRST', 'MOST_PAIRS', 'BEST_FIT')),
        constraint matching_round_status check (status in ('COLLECTING', 'COMPUTED', 'PUBLISHED', 'CANCELLED')),
        constraint matching_round_counts check (learner_count >= 0 and mentor_count >= 0),
        constraint matching_round_computed check (status = 'CANCELLED' or (status = 'COLLECTING') = (computed_at is null)),
        constraint matching_round_published check ((status = 'PUBLISHED') = (published_at is not null))
      );
      create index matching_round_newest on matching_round (opened_at desc, id desc);
      create table matching_round_ranking (
        round_id uuid not null references matching_round (id) on delete cascade,
        city_id uuid not null,
        side text not null constraint matching_round_ranking_side check (side in ('LEARNER', 'MENTOR')),
        ranking jsonb not null constraint matching_round_ranking_names_some check (jsonb_array_length(ranking) > 0),
        ranked_by uuid,
        ranked_at timestamptz not null,
        primary key (round_id, side, city_id)
      );
      create table matching_round_result (
        round_id uuid primary key references matching_round (id) on delete cascade,
        algorithm text not null,
        input_hash text not null,
        certificate json not null,
        solutions json not null
      );
      create table matching_round_twinning (
        round_id uuid not null references matching_round (id) on delete cascade,
        learner_id uuid not null,
        mentor_id uuid not null,
        twinning_id uuid not null references twinning (id) on delete cascade,
        primary key (round_id, learner_id)
      );
      create index matching_round_of_twinning on matching_round_twinning (twinning_id);
      create table matching_round_letter (
        round_id uuid not null references matching_round (id) on delete cascade,
        city_id uuid not null,
        person_id uuid not null,
        primary key (round_id, city_id, person_id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table matching_round_letter; drop table matching_round_twinning; drop table matching_round_result;
       drop table matching_round_ranking; drop table matching_round;`,
    );
  }
}
