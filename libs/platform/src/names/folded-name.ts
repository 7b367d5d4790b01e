/** Letters that Unicode does not take apart into a base letter and a mark. */
const unmarked: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  þ: 'th',
  ŧ: 't',
};

/** A name as people type it in a search: small letters without accents, one space between words. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðħıłŋþŧ]/g, (letter) => unmarked[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name as part of an address: `the-hague`; empty where the name has no Latin letter or digit. */
export function slugOf(name: string): string {
  return foldedName(name)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
}

/** A pattern for `like` that finds the text anywhere, its own wildcards taken literally. */
export const containing = (text: string): string => `%${foldedName(text).replace(/[\\%_]/g, '\\$&')}%`;
