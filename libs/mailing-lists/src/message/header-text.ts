/** C0 and C1 controls, DEL, line and paragraph separators: what could end a header, or hide in one. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Marks that turn the reading direction and could show a name other than the one that stands there. */
const DIRECTION_MARKS = /\p{Bidi_Control}/gu;
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>$/;

/** One line of text for a header field: no control character, no direction override, at most `limit` characters. */
export function headerText(text: string, limit = 200): string {
  const line = text.toWellFormed().replace(CONTROLS, ' ').replace(DIRECTION_MARKS, '').replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length <= limit
    ? line
    : `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** A person's or list's name beside an address. Never itself looks like an address, which receivers take for a forgery. */
export function displayName(name: string): string {
  return headerText(name.replaceAll('@', ' at ').replace(/[<>"]/g, ''), 80);
}

/** The identifiers of a Message-ID, In-Reply-To or References field, in order and without repeats; what isn't one is left out. */
export function messageIds(field: string | undefined): string[] {
  const found = (field ?? '').slice(0, 100_000).match(/<[^<>]{1,260}>/g) ?? [];
  return [...new Set(found.map((id) => id.replace(/\s+/g, '')).filter((id) => MESSAGE_ID.test(id)))];
}
