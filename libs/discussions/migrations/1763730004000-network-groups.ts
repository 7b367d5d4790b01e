import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The group of each network within the network; cities know nothing of it. */
export class NetworkGroups1763730004000 implements MigrationInterface {
  readonly name = 'NetworkGroups1763730004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table network_group (
        network_id uuid primary key references network (id) on delete cascade,
        group_id uuid not null references discussion_group (id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table network_group;`);
  }
}
