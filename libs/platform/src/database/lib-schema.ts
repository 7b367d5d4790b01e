import type { EntitySchema, MigrationInterface } from 'typeorm';

/** What one lib adds to the database: its entities, and its migrations in order. */
export interface LibSchema {
  entities: (new () => object)[] | EntitySchema[];
  migrations: (new () => MigrationInterface)[];
}
