import { BadUserInput } from '#platform/refusals';
import type { Connection } from './connection.js';

/** One column of an ordering: its SQL expression, the row's field that holds its value, and the type to compare as. */
export interface KeyColumn {
  sql: string;
  field: string;
  type: 'text' | 'uuid' | 'timestamptz' | 'bigint' | 'int' | 'float8';
  descending?: boolean;
}

export interface Keyset {
  /** WHERE condition, `true` on the first page. */
  where: string;
  orderBy: string;
  /** One more than the page, to tell whether another follows. */
  limit: number;
  values: unknown[];
  /** Whether rows come last first, as `last`/`before` asks, and are to be turned round. */
  backwards: boolean;
}

export interface PageWish {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

const defaultSize = 20;

/**
 * The pieces of a keyset page for hand-written SQL: `where ${page.where} order by ${page.orderBy} limit ${page.limit}`.
 * The last column must make the order total. `values` are appended to the statement's own `given` values. Columns must
 * not be null: give `coalesce(…)` as the expression.
 */
export function keyset(columns: KeyColumn[], wish: PageWish, given: unknown[] = []): Keyset {
  const backwards = Boolean(wish.last) || (Boolean(wish.before) && !wish.first);
  if (wish.last && wish.first) throw new BadUserInput('Ask for the first or for the last ones, not both.', 'last');
  const size = (backwards ? wish.last : wish.first) ?? defaultSize;
  if (!Number.isInteger(size) || size < 1 || size > 100)
    throw new BadUserInput('A page has 1 to 100 entries.', backwards ? 'last' : 'first');
  const values = [...given];
  const conditions: string[] = [];
  if (wish.after) conditions.push(beyond(columns, readCursor(wish.after, columns), values, false));
  if (wish.before) conditions.push(beyond(columns, readCursor(wish.before, columns), values, true));
  return {
    where: conditions.length > 0 ? conditions.join(' and ') : 'true',
    orderBy: columns
      .map(({ sql, descending }) => `${sql} ${Boolean(descending) === backwards ? 'asc' : 'desc'}`)
      .join(', '),
    limit: size + 1,
    values,
    backwards,
  };
}

/** Rows of a {@link keyset} statement as a connection; `shape` turns a row into its node. */
export function connection<Row extends object, Node>(
  rows: readonly Row[],
  columns: KeyColumn[],
  page: Keyset,
  wish: PageWish,
  totalCount: number | (() => Promise<number>),
  shape: (row: Row) => Node,
): Connection<Node> {
  const more = rows.length === page.limit;
  const kept = more ? rows.slice(0, page.limit - 1) : [...rows];
  if (page.backwards) kept.reverse();
  const edges = kept.map((row) => ({ cursor: cursorOf(row, columns), node: shape(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.backwards ? Boolean(wish.before) : more,
      hasPreviousPage: page.backwards ? more : Boolean(wish.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    // Nest's field resolvers read a property without calling it: what is still to be counted is counted when read.
    get totalCount() {
      return typeof totalCount === 'function' ? totalCount() : totalCount;
    },
  };
}

/** A row-value comparison, spelled out where the directions of the columns differ. */
function beyond(columns: KeyColumn[], key: string[], values: unknown[], before: boolean): string {
  const places = columns.map((column, index) => {
    values.push(key[index]);
    return `$${values.length}::${column.type}`;
  });
  const alternatives = columns.map((column, index) => {
    const equal = columns.slice(0, index).map((prior, at) => `${prior.sql} = ${places[at]}`);
    const sign = Boolean(column.descending) === before ? '>' : '<';
    return `(${[...equal, `${column.sql} ${sign} ${places[index]}`].join(' and ')})`;
  });
  const sameWay = columns.every((column) => Boolean(column.descending) === Boolean(columns[0]?.descending));
  if (!sameWay) return `(${alternatives.join(' or ')})`;
  const sign = Boolean(columns[0]?.descending) === before ? '>' : '<';
  return `(${columns.map((column) => column.sql).join(', ')}) ${sign} (${places.join(', ')})`;
}

function cursorOf(row: object, columns: KeyColumn[]): string {
  const key = columns.map(({ field }) => {
    const value = (row as Record<string, unknown>)[field];
    return value instanceof Date ? value.toISOString() : String(value);
  });
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(cursor: string, columns: KeyColumn[]): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === columns.length && key.every((part, index) => fits(part, columns[index])))
      return key as string[];
  } catch {
    // falls through to the refusal
  }
  throw new BadUserInput('This cursor was not given out for this list. Start from the first page.', 'after');
}

const forms: Record<KeyColumn['type'], (text: string) => boolean> = {
  text: (text) => !text.includes('\0'),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  timestamptz: (text) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  int: (text) => /^-?\d{1,9}$/.test(text),
  float8: (text) => text !== '' && Number.isFinite(Number(text)),
};

const fits = (part: unknown, column: KeyColumn | undefined): boolean =>
  typeof part === 'string' && column !== undefined && forms[column.type](part);
