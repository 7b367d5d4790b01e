import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters of sensitive acts. Unlogged: they are written often and may be lost with a crash. */
export class RateLimits1763700004000 implements MigrationInterface {
  readonly name = 'RateLimits1763700004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create unlogged table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint);`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table rate_limit;`);
  }
}
