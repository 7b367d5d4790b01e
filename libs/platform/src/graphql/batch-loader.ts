import DataLoader from 'dataloader';
import type { Actor } from '#platform/access';

/** Reads things by id for one viewer, in the order of the ids; null where there is none that the viewer may see. */
export abstract class BatchLoader<Key, Value> {
  abstract batch(keys: readonly Key[], viewer: Actor): Promise<(Value | null)[]>;
}

/** The loaders of one operation, or of one event of a subscription: made new for each, so nothing read is ever stale. */
export class Loaders {
  private readonly made = new Map<unknown, DataLoader<unknown, unknown>>();

  constructor(private readonly viewer: Actor) {}

  /** `loaders.by(this.people).load(id)`: one statement for all ids asked for in one tick. */
  by<Key, Value>(loader: BatchLoader<Key, Value>): DataLoader<Key, Value | null> {
    let made = this.made.get(loader) as DataLoader<Key, Value | null> | undefined;
    if (!made) {
      made = new DataLoader<Key, Value | null>((keys) => loader.batch(keys, this.viewer), { maxBatchSize: 1000 });
      this.made.set(loader, made);
    }
    return made;
  }
}

/** Puts rows into the order of keys; null where a key has no row. */
export function inKeyOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Puts rows into lists in the order of keys; an empty list where a key has no row. */
export function groupedByKey<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): Row[][] {
  const byKey = new Map<Key, Row[]>();
  for (const row of rows) {
    const list = byKey.get(keyOf(row));
    if (list) list.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  return keys.map((key) => byKey.get(key) ?? []);
}
