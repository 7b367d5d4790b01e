import { foldedName } from '#people';
import { type Transaction } from '#platform/database';

const longest = 80;

/** A name as part of an address: `expert-meeting-2027`; empty where it has no Latin letter or digit. */
const slugOf = (name: string): string =>
  foldedName(name)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longest)
    .replace(/-$/, '');

/** An address that nothing of the table has. Whoever else chooses one there waits until this transaction ends. */
export async function freeSlug(tx: Transaction, table: 'meeting' | 'meeting_series', name: string): Promise<string> {
  const stem = slugOf(name) || 'meeting';
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`slug of ${table}`]);
  const rows = await tx.query<{ slug: string }>(`select slug from ${table} where slug = $1 or slug like $2`, [
    stem,
    `${stem}-%`,
  ]);
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = stem;
  for (let number = 2; taken.has(slug); number += 1) slug = `${stem}-${number}`;
  return slug;
}
