import { longestRanking } from './longest-ranking.js';
import { parseCsv, UnreadableCsv } from './ranking-csv.js';
import { type RoundSide } from './round.entity.js';
import { type WrongRow } from './round.refusals.js';

/** One row that reads well by itself: a city ranks another at a rank. Cities are named by slug or id, as in the file. */
export interface RankingRow {
  row: number;
  city: string;
  side: RoundSide;
  choice: string;
  rank: number;
}

/** The heading of a file of rankings; exports write the same, so that a file can come back. */
export const rankingColumns = ['city', 'side', 'rank', 'choice'] as const;
type Column = (typeof rankingColumns)[number];

/** The rows of a file, and what is wrong with the others. Columns may stand in any order, others are ignored. */
export function readRankingRows(text: string): { rows: RankingRow[]; wrong: WrongRow[] } {
  try {
    const [heading, ...body] = parseCsv(text);
    if (!heading) return { rows: [], wrong: [{ row: 1, reason: 'The file is empty.' }] };
    const columns = columnsOf(heading.cells);
    if (typeof columns === 'string') return { rows: [], wrong: [{ row: heading.row, reason: columns }] };
    if (body.length === 0)
      return { rows: [], wrong: [{ row: heading.row, reason: 'No ranking follows the heading.' }] };
    const read = body.map(({ row, cells }) => readRow(row, cells, columns, heading.cells.length));
    const rows = read.filter((one) => 'rank' in one);
    return { rows, wrong: [...read.filter((one) => 'reason' in one), ...faultsTogether(rows)] };
  } catch (error) {
    if (error instanceof UnreadableCsv)
      return { rows: [], wrong: [{ row: error.row, reason: `Not readable as CSV: ${error.message}.` }] };
    throw error;
  }
}

function columnsOf(heading: readonly string[]): Record<Column, number> | string {
  const names = heading.map((name) => name.toLowerCase());
  const missing = rankingColumns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return `The heading has no column ${missing.join(', ')}; it names ${rankingColumns.join(', ')}.`;
  const twice = rankingColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice.length > 0) return `The heading has the column ${twice.join(', ')} twice.`;
  return Object.fromEntries(rankingColumns.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: Record<Column, number>,
  width: number,
): RankingRow | WrongRow {
  if (cells.length !== width) return { row, reason: `This row has ${cells.length} cells, the heading ${width}.` };
  const [city, side, rank, choice] = rankingColumns.map((column) => cells[columns[column]] ?? '') as [
    string,
    string,
    string,
    string,
  ];
  if (city === '') return { row, reason: 'No city is named.' };
  if (choice === '') return { row, reason: 'No choice is named.' };
  const upper = side.toUpperCase();
  if (upper !== 'LEARNER' && upper !== 'MENTOR')
    return { row, reason: `“${side}” is no side: it is LEARNER or MENTOR.` };
  if (!/^[1-9]\d{0,3}$/.test(rank))
    return { row, reason: `“${rank}” is no rank: 1 is the first choice, equal ranks are a tie.` };
  return { row, city: city.toLowerCase(), side: upper, choice: choice.toLowerCase(), rank: Number(rank) };
}

/** What is wrong only beside other rows: too many choices, and the same choice twice. */
function faultsTogether(rows: readonly RankingRow[]): WrongRow[] {
  const wrong: WrongRow[] = [];
  for (const ofCity of Map.groupBy(rows, ({ city, side }) => `${side} ${city}`).values()) {
    const first = new Map<string, number>();
    ofCity.forEach(({ row, choice }, index) => {
      const earlier = first.get(choice);
      if (earlier !== undefined) wrong.push({ row, reason: `${choice} is ranked already, in row ${earlier}.` });
      else first.set(choice, row);
      if (index === longestRanking)
        wrong.push({ row, reason: `A ranking names ${longestRanking} cities at the most.` });
    });
  }
  return wrong;
}

/** The rows of one city and side as a ranking: best first, equal ranks a tie. Gaps between ranks mean nothing. */
export function rankingOf(rows: readonly Pick<RankingRow, 'rank' | 'choice'>[]): string[][] {
  return [...Map.groupBy(rows, ({ rank }) => rank)]
    .sort(([one], [other]) => one - other)
    .map(([, tie]) => tie.map(({ choice }) => choice));
}
