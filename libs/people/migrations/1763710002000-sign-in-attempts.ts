import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often sign-in failed, by address and by network address, and until when the next try waits. Keys are keyed hashes. */
export class SignInAttempts1763710002000 implements MigrationInterface {
  readonly name = 'SignInAttempts1763710002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unlogged table sign_in_attempt (
        key text primary key,
        failures int not null check (failures >= 0),
        failed_at timestamptz not null,
        open_at timestamptz not null
      );
      create index sign_in_attempt_to_sweep on sign_in_attempt (failed_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table sign_in_attempt;`);
  }
}
