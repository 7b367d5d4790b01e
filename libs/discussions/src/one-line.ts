import { BadUserInput } from '#platform/refusals';

/** A name or title, kept as it was written: at least one visible character, no line breaks or other control characters. */
export function requireOneLine(text: string, field: string, most: number): string {
  if (!/[^\s\p{Z}\p{C}]/u.test(text))
    throw new BadUserInput(`Give the ${field} at least one visible character.`, field);
  if (/[\p{Cc}\u2028\u2029]/u.test(text))
    throw new BadUserInput(`The ${field} has no line breaks or control characters in it.`, field);
  if ([...text].length > most) throw new BadUserInput(`The ${field} has ${most} characters at the most.`, field);
  return text;
}
