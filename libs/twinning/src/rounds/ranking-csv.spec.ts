import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvLine, parseCsv, UnreadableCsv } from './ranking-csv.js';

const cellsOf = (text: string): string[][] => parseCsv(text).map(({ cells }) => cells);

describe('reading CSV', () => {
  it('reads quotes, doubled quotes, separators and line ends inside quotes', () => {
    assert.deepEqual(cellsOf('a,b\r\n"x, ""y""","1\n2"\r\n'), [
      ['a', 'b'],
      ['x, "y"', '1\n2'],
    ]);
  });

  it('takes the separator of the heading, and drops a byte order mark and empty lines', () => {
    assert.deepEqual(cellsOf('\uFEFFa;b\n1;2,5\n;\n\n3;4'), [
      ['a', 'b'],
      ['1', '2,5'],
      ['3', '4'],
    ]);
    assert.deepEqual(cellsOf('a\tb\r1\t2'), [
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('numbers rows as a spreadsheet does, empty ones too', () => {
    assert.deepEqual(
      parseCsv('a\n\n"x\ny"\nz').map(({ row }) => row),
      [1, 3, 4],
    );
  });

  it('names the row that is not readable', () => {
    for (const text of ['a,b\n"open,1', 'a,b\n"x"y,1', 'a,b\nx"y,1']) {
      assert.throws(
        () => parseCsv(text),
        (error) => error instanceof UnreadableCsv && error.row === 2,
      );
    }
  });
});

describe('writing CSV', () => {
  it('is read back as it was', () => {
    const cells = ['Saint-Denis', 'a, "b"', 'line\nend', '', '7'];

    assert.deepEqual(cellsOf(`h\r\n${csvLine(cells)}`).length, 2);
    assert.deepEqual(cellsOf(`h,h\r\n${csvLine(cells)}`)[1], cells);
  });

  it('lets no cell begin a formula, and numbers be numbers', () => {
    assert.equal(csvLine(['=1+1', '@x', '-y', -2, null]), "'=1+1,'@x,'-y,-2,\r\n");
  });
});
