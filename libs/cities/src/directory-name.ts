import { BadUserInput } from '#platform/refusals';

/** Control characters, and what turns the reading direction of the text around it: names stand in lists and in mail. */
const notInNames = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** A name as it is kept: NFC, single spaces, something to see. */
export function requireName(written: string): string {
  const name = written
    .normalize('NFC')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();
  if (name === '') throw new BadUserInput('A name has 1 to 200 characters.', 'name');
  if (notInNames.test(name)) throw new BadUserInput('A name has no control characters in it.', 'name');
  return name;
}
