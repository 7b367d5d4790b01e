import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports of people's own records; their bytes are in storage under `exports/ID`. */
export class PersonalExports1763710003000 implements MigrationInterface {
  readonly name = 'PersonalExports1763710003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table personal_export (
        id uuid primary key,
        person_id uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index personal_export_person on personal_export (person_id);
      create index personal_export_to_sweep on personal_export (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table personal_export;`);
  }
}
