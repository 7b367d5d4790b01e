/** "Re:" and "Fwd:" in the languages of the network, with the counters that some programs add. */
const PREFIX =
  /^\s*(?:re|aw|antw|antwort|sv|vs|rv|res|rif|ref|odp|vá|ats|atb|fw|fwd|wg|tr|i|enc|rv|doorst|vl|pd|továbbítás)\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:：]\s*/iu;
const LIST_TAG = /^\s*\[[^\][]{1,60}\]\s*(?=\S)/u;

/** What a thread that a mail starts is called: its subject without prefixes, else how its text begins. */
export function threadTitle(subject: string, text: string, longest: number): string {
  let title = subject.trim();
  for (let before = ''; before !== title;) {
    before = title;
    title = title.replace(PREFIX, '').replace(LIST_TAG, '').trim();
  }
  const words = title === '' ? (text.trim().split('\n', 1)[0] ?? '').replace(/\s+/g, ' ') : title;
  const letters = Array.from(words);
  return letters.length <= longest
    ? words
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
