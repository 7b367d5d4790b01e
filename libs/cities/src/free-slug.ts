import { type Transaction } from '#platform/database';
import { slugOf } from './folded-name.js';

/**
 * An address that nothing of the table has: `york`, else `york-gb`, else `york-2`. Whoever else chooses one in the same
 * table waits until this transaction ends.
 */
export async function freeSlug(
  tx: Transaction,
  table: 'city' | 'organisation' | 'network',
  name: string,
  country: string | null = null,
): Promise<string> {
  const base = slugOf(name) || table;
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`slug of ${table}`]);
  const rows = await tx.query<{ slug: string }>(`select slug from ${table} where slug = $1 or slug like $2`, [
    base,
    `${base}-%`,
  ]);
  const taken = new Set(rows.map(({ slug }) => slug));
  const wishes = country === null ? [base] : [base, `${base}-${country.toLowerCase()}`];
  const wish = wishes.find((slug) => !taken.has(slug));
  if (wish !== undefined) return wish;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
  }
}
