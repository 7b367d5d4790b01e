import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { inspect } from 'node:util';
import { checkout, dim, green, red } from './checkout.mjs';

/**
 * One line a file; of failures the path of names, the error and what the file printed. Leaves the counts in GEMINA_TEST_SUMMARY, for whoever
 * started the run.
 */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const files = new Map();
  const newFile = () => ({ names: [], failures: [], printed: [], passed: 0, skipped: 0 });
  const of = (name) => files.get(name) ?? files.set(name, newFile()).get(name);
  for await (const { type, data } of events) {
    if (data.file === undefined) continue;
    const file = of(nameOf(data.file));
    if (type === 'test:start') file.names[data.nesting] = data.name;
    else if (type === 'test:stdout' || type === 'test:stderr') file.printed.push(data.message);
    else if (type === 'test:diagnostic' && data.level !== 'info') file.printed.push(`${data.message}\n`);
    else if (type === 'test:pass' && data.details.type !== 'suite') count(data, file, counts);
    else if (type === 'test:fail' && isOwnFailure(data)) {
      counts.failed++;
      file.failures.push({ names: [...file.names.slice(0, data.nesting), data.name], error: data.details.error });
    } else if (type === 'test:summary') {
      yield lineOf(data, file);
      for (const failure of file.failures) yield failureText(failure);
      if (file.failures.length > 0 && file.printed.length > 0)
        yield dim(indent(file.printed.join('').trimEnd())) + '\n';
      files.delete(nameOf(data.file));
    }
  }
  yield* whatFellOutside(files);
  await writeFile(process.env.GEMINA_TEST_SUMMARY, JSON.stringify(counts));
}

/** A suite fails with each of its tests; it counts only where a hook or the suite itself broke. */
function isOwnFailure({ details }) {
  return details.type !== 'suite' || details.error?.failureType !== 'subtestsFailed';
}

function count(data, file, counts) {
  if (data.skip !== undefined || data.todo !== undefined) {
    counts.skipped++;
    file.skipped++;
  } else {
    counts.passed++;
    file.passed++;
  }
}

function lineOf(data, file) {
  const failed = file.failures.length;
  const mark = failed > 0 ? red('✖') : green('✔');
  const skipped = file.skipped > 0 ? `, ${file.skipped} skipped` : '';
  const figures = `${file.passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped}, ${(data.duration_ms / 1000).toFixed(1)} s`;
  return `${mark} ${nameOf(data.file)} ${dim(figures)}\n`;
}

/** Events name a compiled file or, by its source map, the source: both are `libs/people/src/sign-in.spec`. */
const nameOf = (file) =>
  relative(checkout, file)
    .replace(/^dist[\\/]/, '')
    .replace(/\.[jt]s$/, '');

function failureText({ names, error }) {
  const cause = error?.cause ?? error;
  const text = cause instanceof Error ? `${ownFrames(cause)}${details(cause)}` : String(cause);
  return `  ${red('✖')} ${names.join(' › ')}\n${indent(text.replaceAll(`file://${checkout}/`, ''), '      ')}\n`;
}

/** The stack without the runner's own frames. */
const ownFrames = (error) => (error.stack ?? error.message).replaceAll(/\n +at [^\n]*node:internal[^\n]*/g, '');

/** What an assertion compared, where its message leaves it out. */
function details(error) {
  if (error.code !== 'ERR_ASSERTION' || !('actual' in error) || /\n\+|\n-/.test(error.message)) return '';
  return `\nactual: ${inspect(error.actual, { depth: 4 })}\nexpected: ${inspect(error.expected, { depth: 4 })}`;
}

const indent = (text, by = '    ') => text.replaceAll(/^/gm, by);

/** A file that ended before it could sum up: it crashed or ran into the time limit. */
function* whatFellOutside(files) {
  for (const [name, file] of files) {
    if (file.failures.length === 0) continue;
    yield `${red('✖')} ${name}\n`;
    for (const failure of file.failures) yield failureText(failure);
    if (file.printed.length > 0) yield dim(indent(file.printed.join('').trimEnd())) + '\n';
  }
}
