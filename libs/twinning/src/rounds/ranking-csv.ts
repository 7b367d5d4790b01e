/** One row of a file of rankings, by its number in a spreadsheet: 1 is the heading. */
export interface CsvRow {
  row: number;
  cells: string[];
}

/** Why a text is no table that can be read. */
export class UnreadableCsv extends Error {
  constructor(
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Rows of a CSV text by RFC 4180: quotes, doubled quotes, line ends inside quotes. A byte order mark is dropped, empty
 * lines are skipped, and the separator is the heading's first of comma, semicolon and tab, as spreadsheets write them.
 * Throws {@link UnreadableCsv} where a quote is not closed or stands inside a cell.
 */
export function parseCsv(text: string): CsvRow[] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = /[,;\t]/.exec(source.split(/\r?\n/, 1)[0] ?? '')?.[0] ?? ',';
  const rows: CsvRow[] = [];
  let at = 0;
  for (let row = 1; at < source.length; row += 1) {
    const read = readRow(source, at, separator, row);
    at = read.next;
    if (read.cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells: read.cells.map((cell) => cell.trim()) });
  }
  return rows;
}

function readRow(source: string, start: number, separator: string, row: number): { cells: string[]; next: number } {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const { cell, next } = source[at] === '"' ? quoted(source, at, row) : plain(source, at, separator, row);
    cells.push(cell);
    const end = /^(\r\n|\n|\r)/.exec(source.slice(next, next + 2))?.[0];
    if (next >= source.length || end) return { cells, next: next + (end?.length ?? 0) };
    if (source[next] !== separator) throw new UnreadableCsv(row, 'something follows a closing quote');
    at = next + 1;
  }
}

function plain(source: string, start: number, separator: string, row: number): { cell: string; next: number } {
  let next = start;
  while (next < source.length && source[next] !== separator && source[next] !== '\n' && source[next] !== '\r')
    next += 1;
  const cell = source.slice(start, next);
  if (cell.includes('"')) throw new UnreadableCsv(row, 'a quote stands inside a cell that is not quoted');
  return { cell, next };
}

function quoted(source: string, start: number, row: number): { cell: string; next: number } {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = source.indexOf('"', from);
    if (quote === -1) throw new UnreadableCsv(row, 'a quote is not closed');
    cell += source.slice(from, quote);
    if (source[quote + 1] !== '"') return { cell, next: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}

/** Cells as one CSV line; what a spreadsheet would take for a formula is made a text by an apostrophe. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell) => {
    const text = cell === null ? '' : String(cell);
    const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(',')}\r\n`;
}
