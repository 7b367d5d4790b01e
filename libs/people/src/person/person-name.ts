import { BadUserInput } from '#platform/refusals';

const longest = 100;
/** What makes text in a mail into a link or a header, and what turns the reading direction of the text around it. */
const notInNames = /[\p{Cc}<>@\u2028\u2029\u202a-\u202e\u2066-\u2069]|:\/\/|www\./iu;

/** The name as it is kept: NFC, single spaces. Our mail carries it to an address that nobody has verified, so it may not carry links. */
export function requireName(written: string, field = 'name'): string {
  const name = written
    .normalize('NFC')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();
  if (!name || [...name].length > longest) throw new BadUserInput(`A name has 1 to ${longest} characters.`, field);
  if (notInNames.test(name))
    throw new BadUserInput('A name has no links, addresses or control characters in it.', field);
  return name;
}
