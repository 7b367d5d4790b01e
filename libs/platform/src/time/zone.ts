import { DateTime, IANAZone } from 'luxon';

/** Whether `name` is an IANA time zone that this runtime knows. */
export const isTimeZone = (name: string): boolean => IANAZone.isValidZone(name);

/** An instant in words of a locale and zone, such as "28 November 2019, 09:10 CET". */
export function sayInstant(at: Date, zone: string, locale: string): string {
  // English as the network writes it: the day before the month, and CET rather than GMT+1.
  const spoken = locale === 'en' ? 'en-GB' : locale;
  return DateTime.fromJSDate(at, { zone }).setLocale(spoken).toLocaleString({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** The calendar day (2026-11-21) that an instant falls on in a zone. */
export function localDate(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toISODate() ?? at.toISOString().slice(0, 10);
}

/** The instant at which a wall clock in `zone` shows `wall` (2026-11-21T09:00); null where the text is no time. */
export function instantOf(wall: string, zone: string): Date | null {
  const at = DateTime.fromISO(wall, { zone });
  return at.isValid ? at.toJSDate() : null;
}
