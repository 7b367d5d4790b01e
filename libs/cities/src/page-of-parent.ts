import { type Database } from '#platform/database';
import {
  BatchLoader,
  connection,
  type Connection,
  keyset,
  type KeyColumn,
  type Keyset,
  type Loaders,
  type PageWish,
} from '#platform/graphql';

interface Ask {
  parentId: string;
  wish: PageWish;
}

/**
 * A list that belongs to a parent, such as the members of a city. The same page of many parents is one statement, so
 * that such a list may stand inside another.
 */
export abstract class PageOfParent<Row extends object> extends BatchLoader<string, Row[]> {
  protected abstract readonly order: KeyColumn[];

  constructor(protected readonly database: Database) {
    super();
  }

  /** SQL of the page for each `parent.id` of `$1::uuid[]`; its rows carry it as `parentId`, in the page's order. */
  protected abstract statement(page: Keyset): string;

  async page(
    loaders: Loaders,
    parentId: string,
    { first = null, after = null }: PageWish,
    totalCount: number,
  ): Promise<Connection<Row>> {
    const wish = { first, after };
    const page = keyset(this.order, wish);
    const rows = await loaders.by<string, Row[]>(this).load(JSON.stringify({ parentId, wish } satisfies Ask));
    return connection(rows ?? [], this.order, page, wish, totalCount, (row) => row);
  }

  async batch(keys: readonly string[]): Promise<Row[][]> {
    const asks = keys.map((key) => JSON.parse(key) as Ask);
    const wishes = new Map(asks.map(({ wish }) => [JSON.stringify(wish), wish]));
    const pages = new Map<string, Map<string, Row[]>>();
    for (const [name, wish] of wishes) {
      const parents = asks.filter((ask) => JSON.stringify(ask.wish) === name).map(({ parentId }) => parentId);
      const page = keyset(this.order, wish, [parents]);
      const rows = await this.database.query<Row & { parentId: string }>(this.statement(page), page.values);
      pages.set(
        name,
        Map.groupBy(rows, ({ parentId }) => parentId),
      );
    }
    return asks.map(({ parentId, wish }) => pages.get(JSON.stringify(wish))?.get(parentId) ?? []);
  }
}
