import { slugOf } from '#platform/names';

/** Local parts of addresses that mail needs for itself (RFC 2142 and the bounce addresses of lists). */
const kept = new Set([
  'postmaster',
  'abuse',
  'hostmaster',
  'webmaster',
  'mailer-daemon',
  'bounces',
  'bounce',
  'noreply',
  'no-reply',
  'root',
  'reply',
  'thread',
]);

const longest = 64;

/** Whether a text can be a group's slug, which is the local part of its address and a part of its URL. */
export const isGroupSlug = (text: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length >= 2 && text.length <= longest && !kept.has(text);

/** A slug from a group's name: `habitat-and-housing`. From `number` 2 on it ends in that: `housing-2`. */
export function groupSlug(name: string, number = 1): string {
  const words = slugOf(name);
  const ending = number > 1 ? `-${number}` : '';
  const stem = words.length >= 2 && !kept.has(words) ? words : words ? `group-${words}` : 'group';
  return stem.slice(0, longest - ending.length).replace(/-+$/, '') + ending;
}
