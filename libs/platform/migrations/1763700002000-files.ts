import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people have given; their bytes are in storage under `id`. */
export class Files1763700002000 implements MigrationInterface {
  readonly name = 'Files1763700002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table file (
        id uuid primary key,
        owner_id uuid not null,
        filename text not null check (length(filename) between 1 and 255),
        media_type text not null check (length(media_type) <= 127),
        size bigint not null check (size >= 0),
        created_at timestamptz not null
      );
      create index file_owner on file (owner_id, created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table file;`);
  }
}
