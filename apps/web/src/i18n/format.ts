import { useMemo } from 'react';
import { useLocale, type AppLocale } from './i18n.js';

/** English is written as in Europe: day before month, 24 hours. */
const conventions: Record<AppLocale, string> = { en: 'en-GB', fr: 'fr', de: 'de' };

/** Dates, numbers and names of countries and languages as the reader writes them. Instants are shown in the zone given, else in the device's. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(() => formats(conventions[locale]), [locale]);
}

function formats(locale: string) {
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const inZone = (options: Intl.DateTimeFormatOptions) => (instant: string, timeZone?: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(instant));
  return {
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    percent: (share: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    country: (code: string) => countries.of(code) ?? code,
    language: (tag: string) => languages.of(tag) ?? tag,
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    date: inZone({ dateStyle: 'long' }),
    shortDate: inZone({ day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: inZone({ weekday: 'long', day: 'numeric', month: 'long' }),
    dateTime: inZone({ dateStyle: 'medium', timeStyle: 'short' }),
    time: inZone({ hour: '2-digit', minute: '2-digit' }),
    /** A calendar date that belongs to no zone. */
    localDate: (date: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)),
    dateRange: (from: string, to: string, timeZone?: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).formatRange(new Date(from), new Date(to)),
    /** A date in pieces, for a calendar's leaf. */
    leaf: (instant: string, timeZone?: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> => {
      const pieces = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
      return Object.fromEntries(pieces.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    },
    ago: (instant: string, now: number) => ago(locale, instant, now),
    collator: new Intl.Collator(locale),
  };
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
];

/** "3 hours ago" up to a month; older moments are better told by their date. */
function ago(locale: string, instant: string, now: number): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  if (Math.abs(seconds) > 30 * 86_400)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(instant));
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = steps.findLast(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.round(seconds / length), unit);
}
