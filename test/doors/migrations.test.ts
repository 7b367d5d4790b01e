import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DataSource } from 'typeorm';
import { migrate, openDataSource, poolOf } from '#platform/database';
import { schemas } from '#server/schemas';
import { makeEmptyDatabase } from '../harness/index.js';

/** Tables, columns, constraints and indexes of ours, as Postgres itself tells them. */
async function shapeOf(source: DataSource): Promise<string[]> {
  const { rows } = await poolOf(source).query<{ line: string }>(`
    select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public' and table_name <> 'migration'
    union all
    select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'migration'
    union all
    select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
    order by 1`);
  return rows.map((row) => row.line);
}

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof makeEmptyDatabase>>;
  let source: DataSource;

  before(async () => {
    database = await makeEmptyDatabase();
    source = await openDataSource(database.url, schemas, 3);
  });

  after(async () => {
    await source.destroy();
    await database.drop();
  });

  it('go up, wholly down to nothing, and up again to the same', async () => {
    const names = await migrate(source);
    const first = await shapeOf(source);

    for (const _ of names) await source.undoLastMigration();
    const nothing = await shapeOf(source);
    await migrate(source);

    assert.ok(names.length >= schemas.length);
    assert.deepEqual(nothing, []);
    assert.deepEqual(await shapeOf(source), first);
  });

  it('run once where two processes start together', async () => {
    const other = await openDataSource(database.url, schemas, 3);

    const [one, two] = await Promise.all([migrate(source), migrate(other)]);

    assert.deepEqual([...one, ...two], []);
    await other.destroy();
  });
});
