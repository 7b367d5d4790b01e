import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BadUserInput } from '#platform/refusals';
import { connection, keyset, type KeyColumn, type PageWish } from './keyset.js';

interface Row {
  place: number;
  id: string;
}

const id = (nr: number): string => `00000000-0000-7000-8000-${nr.toString(16).padStart(12, '0')}`;

const orderings: KeyColumn[][] = [
  [
    { sql: 'place', field: 'place', type: 'int' },
    { sql: 'id', field: 'id', type: 'uuid' },
  ],
  [
    { sql: 'place', field: 'place', type: 'int', descending: true },
    { sql: 'id', field: 'id', type: 'uuid', descending: true },
  ],
  [
    { sql: 'place', field: 'place', type: 'int', descending: true },
    { sql: 'id', field: 'id', type: 'uuid' },
  ],
];

function compare(columns: KeyColumn[], one: Row, two: Row): number {
  for (const { field, descending } of columns) {
    const [a, b] = [one[field as keyof Row], two[field as keyof Row]];
    if (a !== b) return a < b === !descending ? -1 : 1;
  }
  return 0;
}

/** Does in memory what Postgres does with the pieces: which rows lie beyond the cursors, in which order, how many. */
function pageOf(rows: Row[], columns: KeyColumn[], wish: PageWish) {
  const page = keyset(columns, wish);
  const keyed = (cursor: string): Row => {
    const [place, rowId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    return { place: Number(place), id: rowId };
  };
  const found = rows
    .filter(
      (row) =>
        (!wish.after || compare(columns, row, keyed(wish.after)) > 0) &&
        (!wish.before || compare(columns, row, keyed(wish.before)) < 0),
    )
    .sort((one, two) => compare(columns, one, two) * (page.backwards ? -1 : 1))
    .slice(0, page.limit);
  return connection(found, columns, page, wish, rows.length, (row) => row);
}

describe('keyset paging', () => {
  it('meets every row once, in order, forwards and backwards, however rows tie', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...orderings),
        (places, size, columns) => {
          const rows = places.map((place, nr) => ({ place, id: id(nr) }));
          const whole = [...rows].sort((one, two) => compare(columns, one, two));
          const forwards: Row[] = [];
          for (let after: string | null | undefined = null, more = true; more;) {
            const page = pageOf(rows, columns, { first: size, after });
            forwards.push(...page.nodes);
            after = page.pageInfo.endCursor;
            more = page.pageInfo.hasNextPage;
          }
          const backwards: Row[] = [];
          for (let before: string | null | undefined = null, more = true; more;) {
            const page = pageOf(rows, columns, { last: size, before });
            backwards.unshift(...page.nodes);
            before = page.pageInfo.startCursor;
            more = page.pageInfo.hasPreviousPage;
          }
          assert.deepEqual(forwards, whole);
          assert.deepEqual(backwards, whole);
        },
      ),
    );
  });

  it('compares as a row where all columns go one way, and column by column where they do not', () => {
    const after = pageOf([{ place: 1, id: id(1) }], orderings[0] ?? [], {}).pageInfo.endCursor;

    assert.equal(keyset(orderings[0] ?? [], { after }, ['given']).where, '(place, id) > ($2::int, $3::uuid)');
    assert.equal(keyset(orderings[1] ?? [], { after }).where, '(place, id) < ($1::int, $2::uuid)');
    assert.equal(
      keyset(orderings[2] ?? [], { after }).where,
      '((place < $1::int) or (place = $1::int and id > $2::uuid))',
    );
  });

  it('refuses pages that are too large or small, and cursors of another list', () => {
    const columns = orderings[0] ?? [];
    const foreign = Buffer.from(JSON.stringify(['x'])).toString('base64url');
    const poisoned = Buffer.from(JSON.stringify(['1', "x' or true --"])).toString('base64url');

    for (const wish of [
      { first: 0 },
      { first: 101 },
      { first: -1 },
      { first: 5, last: 5 },
      { after: foreign },
      { after: poisoned },
      { after: '%%' },
    ]) {
      assert.throws(() => keyset(columns, wish), BadUserInput, JSON.stringify(wish));
    }
  });
});
