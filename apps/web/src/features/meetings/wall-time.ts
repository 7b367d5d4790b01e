/** A wall time as `<input type="datetime-local">` writes it. */
const wallTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/** How far a zone is from UTC at an instant, in milliseconds. */
function offset(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which clocks in a zone show this wall time, as RFC 3339; undefined for anything that is none. In the
 * hour that a clock change skips, the instant after it; in the hour that comes twice, the first.
 */
export function instantOf(wall: string, timeZone: string): string | undefined {
  const match = wallTime.exec(wall);
  if (!match) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const guess = asUtc - offset(asUtc - 86_400_000, timeZone);
  const instant = offset(guess, timeZone) === asUtc - guess ? guess : asUtc - offset(guess, timeZone);
  return new Date(instant).toISOString();
}

/** The calendar day of an instant in a zone, as `2026-11-21`. */
export function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));
}

/** The wall time of an instant in a zone, as `<input type="datetime-local">` takes it. */
export function wallTimeOf(instant: string, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
  return `${dayOf(instant, timeZone)}T${time}`;
}
