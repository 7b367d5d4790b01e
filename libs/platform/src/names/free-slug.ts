import { type Transaction } from '#platform/database';
import { slugOf } from './folded-name.js';

/**
 * An address that nothing of the table has: `york`, else that with the distinction (`york-gb`), else `york-2`. Whoever
 * else chooses one in the same table waits until this transaction ends. `otherwise` stands where a name has no Latin letter.
 */
export async function freeSlug(
  tx: Transaction,
  table: string,
  name: string,
  { otherwise = table, distinction = null }: { otherwise?: string; distinction?: string | null } = {},
): Promise<string> {
  if (!/^[a-z_]+$/.test(table)) throw new Error(`${table} is not the name of a table.`);
  const stem = slugOf(name) || otherwise;
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`slug of ${table}`]);
  const rows = await tx.query<{ slug: string }>(`select slug from ${table} where slug = $1 or slug like $2`, [
    stem,
    `${stem}-%`,
  ]);
  const taken = new Set(rows.map(({ slug }) => slug));
  const wishes = distinction === null ? [stem] : [stem, `${stem}-${distinction}`];
  const wish = wishes.find((slug) => !taken.has(slug));
  if (wish !== undefined) return wish;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
