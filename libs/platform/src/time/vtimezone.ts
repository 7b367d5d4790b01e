import { DateTime } from 'luxon';

/** No zone changes its clocks twice within a week. */
const week = 7 * 86_400_000;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A moment at which the clocks of a zone are changed; `wall` is what they showed until then. */
interface Transition {
  wall: DateTime;
  before: number;
  after: number;
  name: string;
  daylight: boolean;
}

/**
 * The VTIMEZONE (RFC 5545, 3.6.5) by which another program reads wall times of `zone` from `from` until `until` as this
 * runtime's rules do. Yearly rules are written as RRULEs, which every calendar program reads; where a zone follows none
 * (Morocco, Israel), each change of the clocks stands for itself.
 */
export function vtimezone(zone: string, from: Date, until: Date): string {
  const firstYear = DateTime.fromJSDate(from, { zone }).year - 1;
  // Five years on, so that "the fourth Sunday" is told from "the last".
  const lastYear = Math.max(DateTime.fromJSDate(until, { zone }).year + 1, firstYear + 6);
  const transitions = transitionsOf(zone, firstYear, lastYear);
  const observances = yearlyRules(transitions, firstYear, lastYear) ?? oneByOne(zone, firstYear, transitions);
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** Every change of the clocks from the first day of one year to the last day of another. */
function transitionsOf(zone: string, firstYear: number, lastYear: number): Transition[] {
  const offsetAt = (millis: number): number => DateTime.fromMillis(millis, { zone }).offset;
  const end = DateTime.fromObject({ year: lastYear + 1 }, { zone }).toMillis();
  const found: Transition[] = [];
  let at = DateTime.fromObject({ year: firstYear }, { zone }).toMillis();
  for (let before = offsetAt(at); at < end; at += week) {
    const after = offsetAt(at + week);
    if (after === before) continue;
    const changed = changeBetween(at, at + week, offsetAt);
    const now = DateTime.fromMillis(changed, { zone, locale: 'en-GB' });
    const wall = DateTime.fromMillis(changed + before * 60_000, { zone: 'utc' });
    found.push({ wall, before, after, name: now.offsetNameShort ?? zone, daylight: now.isInDST });
    before = after;
  }
  return found;
}

/** The first second of (`low`, `high`] whose offset is not that of `low`. */
function changeBetween(low: number, high: number, offsetAt: (millis: number) => number): number {
  const before = offsetAt(low);
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** One observance for summer and one for winter time, where all years follow the same two rules; null where they do not. */
function yearlyRules(transitions: Transition[], firstYear: number, lastYear: number): string[][] | null {
  const years = lastYear - firstYear + 1;
  const kinds = [true, false].map((daylight) => transitions.filter((transition) => transition.daylight === daylight));
  const rules = kinds.map((kind) => (kind.length === years ? ruleOf(kind) : null));
  if (transitions.length !== 2 * years || rules.includes(null)) return null;
  return kinds.map((kind, index) => observance(kind[0] as Transition, rules[index]));
}

/** `BYMONTH` and `BYDAY` on which all of these fall, one in each year; null where there is no such rule. */
function ruleOf(transitions: Transition[]): string | null {
  const [first, ...others] = transitions;
  if (!first) return null;
  const alike = ({ wall, before, after }: Transition, index: number): boolean =>
    wall.year === first.wall.year + index + 1 &&
    wall.month === first.wall.month &&
    wall.weekday === first.wall.weekday &&
    wall.toFormat('HHmmss') === first.wall.toFormat('HHmmss') &&
    before === first.before &&
    after === first.after;
  if (!others.every(alike)) return null;
  const nth = ({ wall }: Transition): number => Math.ceil(wall.day / 7);
  const isLast = ({ wall }: Transition): boolean => wall.day + 7 > (wall.daysInMonth ?? 31);
  const ordinal = transitions.every(isLast) ? -1 : nth(first);
  if (ordinal > 0 && !transitions.every((one) => nth(one) === ordinal)) return null;
  return `FREQ=YEARLY;BYMONTH=${first.wall.month};BYDAY=${ordinal}${weekdays[first.wall.weekday - 1]}`;
}

/** What held on the first day, then each change as an observance of its own. */
function oneByOne(zone: string, firstYear: number, transitions: Transition[]): string[][] {
  const start = DateTime.fromObject({ year: firstYear }, { zone, locale: 'en-GB' });
  const { offset } = start;
  const wall = DateTime.fromMillis(start.toMillis() + offset * 60_000, { zone: 'utc' });
  const held = { wall, before: offset, after: offset, name: start.offsetNameShort ?? zone, daylight: start.isInDST };
  return [held, ...transitions].map((transition) => observance(transition));
}

function observance({ wall, before, after, name, daylight }: Transition, rule?: string | null): string[] {
  const kind = daylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wall.toFormat("yyyyMMdd'T'HHmmss")}`,
    `TZOFFSETFROM:${utcOffset(before)}`,
    `TZOFFSETTO:${utcOffset(after)}`,
    `TZNAME:${name}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `END:${kind}`,
  ];
}

/** `+0530` of 330 minutes; zones of long ago have seconds too. */
function utcOffset(minutes: number): string {
  const seconds = Math.round(Math.abs(minutes) * 60);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(seconds / 3600)}${two((seconds / 60) % 60)}${seconds % 60 ? two(seconds % 60) : ''}`;
}
