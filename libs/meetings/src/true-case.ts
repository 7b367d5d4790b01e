/** The words of a text that stands in ordinary letters, as it writes them inside its sentences. */
export type KnownWords = ReadonlyMap<string, string>;

const word = /\p{L}[\p{L}\p{M}’']*/gu;
const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/**
 * Learns from the lines that are not in capitals how each word is written: `european` as European, `eesc` as EESC,
 * `rights` as rights. A word that a line, sentence or clause begins with tells nothing.
 */
export function learnWords(text: string): KnownWords {
  const known = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (isShouted(line)) continue;
    for (const clause of line.split(/[:.!?]\s|^[-•*]\s|["“‘(]/u)) {
      [...clause.matchAll(word)].forEach(([written], index) => {
        const key = bare(written).toLowerCase();
        const isAcronym = isShouted(bare(written));
        if (index === 0 && !isAcronym) return;
        const before = known.get(key);
        if (before === undefined || rank(bare(written)) < rank(before)) known.set(key, bare(written));
      });
    }
  }
  return known;
}

/** A title in capitals as a sentence would have it; any other title as it is. */
export function trueCase(title: string, known: KnownWords): string {
  if (!isShouted(title)) return title;
  let first = true;
  return title.replace(word, (shouted, at: number) => {
    const stem = bare(shouted);
    const ending = shouted.slice(stem.length).toLowerCase();
    const isPartOfInitials = title[at - 1] === '&' || title[at + shouted.length] === '&';
    const written = isPartOfInitials ? stem : (known.get(stem.toLowerCase()) ?? stem.toLowerCase());
    const shown = first ? written.charAt(0).toUpperCase() + written.slice(1) : written;
    first = false;
    return shown + ending;
  });
}

/** Without a genitive's ending. */
const bare = (written: string): string => written.replace(/[’']s?$/iu, '');

/** Small letters are believed before a capital, and a capital before an acronym. */
const rank = (written: string): number => (written === written.toLowerCase() ? 0 : isShouted(written) ? 2 : 1);
