import { ArgsType, Field, ID } from '@nestjs/graphql';
import { validate } from 'uuid';
import { type Database } from '#platform/database';

/** Which one: by its id, by its slug, or by both when they must agree. */
@ArgsType()
export class IdOrSlug {
  @Field(() => ID, { nullable: true })
  id?: string | null;

  @Field(() => String, { nullable: true })
  slug?: string | null;
}

/** The one row of a table that is asked for; null where nothing is asked for or nothing has that id or slug. */
export async function findOne<Row>(
  database: Database,
  table: 'city' | 'organisation' | 'network',
  columns: (of: string) => string,
  { id, slug }: IdOrSlug,
): Promise<Row | null> {
  if (id != null && !validate(id)) return null;
  const asked = Object.entries({ id, slug }).filter(([, value]) => value != null);
  if (asked.length === 0) return null;
  const conditions = asked.map(([column], index) => `t.${column} = $${index + 1}`);
  return database.one<Row>(
    `select ${columns('t')} from ${table} t where ${conditions.join(' and ')}`,
    asked.map(([, value]) => value),
  );
}
