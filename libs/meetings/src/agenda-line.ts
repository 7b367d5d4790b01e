import { DateTime } from 'luxon';

/** What one line of a written agenda is, by its form alone. */
export type AgendaLine =
  | { is: 'day'; day: string }
  | { is: 'session'; start: string; end: string | null; title: string }
  | { is: 'group'; title: string }
  | { is: 'part'; title: string; minutes: number }
  | { is: 'moderator'; who: string }
  | { is: 'bullet'; text: string }
  | { is: 'text'; text: string };

const months: Record<string, number> = {};
for (const locale of ['en', 'fr', 'de']) {
  for (let month = 1; month <= 12; month += 1) {
    months[DateTime.utc(2000, month).setLocale(locale).toFormat('MMMM').toLowerCase()] = month;
  }
}

/** What is longer is a paragraph, whatever it begins with. */
const longestHeading = 1000;

const clock = String.raw`(\d{1,2})\s?[.:h]\s?(\d{2})`;
const between = new RegExp(String.raw`^${clock}\s*(?:h|Uhr)?\s*[-–—]\s*${clock}\s*(?:h|Uhr)?\s*[:|–-]?\s+(\S.*)$`, 'i');
const from = new RegExp(String.raw`^${clock}\s*(?:h|Uhr)?\s*[:|–-]?\s+(\S.*)$`, 'i');
const group = /^(?:working )?(?:group|groupe|gruppe|arbeitsgruppe|workshop)\s+(?:\d{1,2}|[a-z])\s*[:.–-]\s*\S.*$/i;
const part = /^(\S.*?)\s*\(([1-9]\d{0,2})\s*min(?:utes|uten)?\.?\)$/i;
const moderator =
  /^(?:moderators?|moderated by|chair|chaired by|moderatorin|moderation|modérat(?:eur|rice)|modération)\s*:\s*(\S.*)$/i;

/** Tells what a line is. Day headings without a year are of `year`. */
export function readLine(line: string, year: number): AgendaLine {
  const text = line.trim().replace(/\s+/g, ' ');
  if (text.length > longestHeading) return { is: 'text', text };
  const day = dayOf(text, year);
  if (day) return { is: 'day', day };
  const session = sessionOf(text);
  if (session) return session;
  if (group.test(text)) return { is: 'group', title: text };
  const [, partTitle, minutes] = part.exec(text) ?? [];
  if (partTitle) return { is: 'part', title: partTitle, minutes: Number(minutes) };
  const who = moderator.exec(text)?.[1];
  if (who) return { is: 'moderator', who };
  const bullet = /^[-–•*·o]\s+(\S.*)$/.exec(text)?.[1];
  return bullet ? { is: 'bullet', text: bullet } : { is: 'text', text };
}

/** "Wednesday 27 November 2019", "28. November", "November 28, 2019" or "2019-11-28", alone on a line. */
function dayOf(text: string, year: number): string | null {
  if (text.length > 60) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return DateTime.fromISO(text).toISODate();
  const dayFirst = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:\.|er|st|nd|rd|th)? (\p{L}+)(?:,? (\d{4}))?$/u.exec(text);
  const monthFirst = /^(?:\p{L}+,? )?(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(text);
  const [day, name, named] = dayFirst ? dayFirst.slice(1) : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = months[name?.toLowerCase() ?? ''];
  return month ? DateTime.utc(Number(named ?? year), month, Number(day)).toISODate() : null;
}

function sessionOf(text: string): AgendaLine | null {
  const both = between.exec(text);
  if (both) {
    const [, startHour, startMinute, endHour, endMinute, title = ''] = both;
    const start = timeOf(startHour, startMinute);
    const end = timeOf(endHour, endMinute);
    return start && end ? { is: 'session', start, end, title } : null;
  }
  const [, hour, minute, title] = from.exec(text) ?? [];
  const start = timeOf(hour, minute);
  return start && title ? { is: 'session', start, end: null, title } : null;
}

function timeOf(hour: string | undefined, minute: string | undefined): string | null {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
