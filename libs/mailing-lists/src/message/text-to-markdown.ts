/** Where lines of mail are wrapped when nobody says otherwise; lines that stay well below were ended on purpose. */
const NARROWEST_WRAP = 60;
const WIDEST_WRAP = 100;
const QUOTED = /^\s{0,3}>/;
/** A line of dashes or equals signs would turn the line above it into a heading. */
const RULE = /^\s{0,3}(?:-{2,}|={2,})\s*$/;
const FENCE = /^\s{0,3}(?:```|~~~)/;

/**
 * Writes the line breaks of a mail so that Markdown keeps those that the author made: hard where the next word would have fitted,
 * none where a program wrapped the line, and an empty line after each quote, which would else swallow the answer below it.
 */
export function textToMarkdown(text: string, origin: 'TEXT' | 'HTML'): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const wrap = origin === 'HTML' ? Infinity : wrapOf(lines);
  const written: string[] = [];
  let fenced = false;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? '';
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced || line === '' || next === '') written.push(line);
    else if (RULE.test(next) || QUOTED.test(line) !== QUOTED.test(next)) written.push(line, '');
    else written.push(endedOnPurpose(line, next, wrap) ? `${line}  ` : line);
  }
  return written.join('\n');
}

/** The column that lines were wrapped at; Infinity where they weren't. */
function wrapOf(lines: readonly string[]): number {
  const longest = lines.reduce((most, line) => Math.max(most, QUOTED.test(line) ? 0 : line.length), 0);
  return longest >= NARROWEST_WRAP && longest <= WIDEST_WRAP ? longest : Infinity;
}

function endedOnPurpose(line: string, next: string, wrap: number): boolean {
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  return line.length + 1 + word <= wrap;
}
