import { HeaderMalformed, HeaderTooLarge, MailLoop, MessageTooLarge } from './mail.refusals.js';

/** What a mail may weigh. The sizes are in bytes. */
export const mailLimits = {
  message: 8 * 1024 * 1024,
  /** All header fields together; the greatest that real mail is known to have is a third of it. */
  header: 128 * 1024,
  /** One header field: some 1,500 recipients in a `To`. */
  field: 64 * 1024,
  fields: 1000,
  /** RFC 5321, 6.3 asks for at least 100. */
  received: 100,
  parts: 500,
  attachments: 50,
  nesting: 30,
  nestedMessages: 5,
  /** Characters of text; the rest is cut off and said so. */
  text: 200_000,
} as const;

const LF = 0x0a;
const CR = 0x0d;

/** Refuses at the door, by one look at the bytes, what must not reach the parser. Throws a {@link MailRefusal}; costs below a millisecond. */
export function inspectHeader(raw: Buffer): void {
  if (raw.length > mailLimits.message) throw new MessageTooLarge(mailLimits.message);
  let fields = 0;
  let received = 0;
  let fieldStart = 0;
  for (let at = 0; at <= mailLimits.header;) {
    const end = raw.indexOf(LF, at);
    const line = raw.subarray(at, end < 0 ? raw.length : end);
    if (line.length === 0 || (line.length === 1 && line[0] === CR)) return;
    if (line.includes(0) || line.subarray(0, -1).includes(CR)) throw new HeaderMalformed();
    if (line[0] !== 0x20 && line[0] !== 0x09) {
      fieldStart = at;
      fields += 1;
      if (line.length > 9 && line.toString('latin1', 0, 9).toLowerCase() === 'received:') received += 1;
    }
    if (at + line.length - fieldStart > mailLimits.field || fields > mailLimits.fields) throw new HeaderTooLarge();
    if (received > mailLimits.received) throw new MailLoop();
    if (end < 0) return;
    at = end + 1;
  }
  throw new HeaderTooLarge();
}

/** Counts the lines that open a MIME part, over the whole message and whatever its nesting; stops when there are too many. */
export function hasTooManyParts(raw: Buffer): boolean {
  const boundaries = declaredBoundaries(raw);
  if (boundaries === null) return true;
  let parts = 0;
  for (let at = raw.indexOf('\n--'); at >= 0; at = raw.indexOf('\n--', at + 3)) {
    const line =
      raw
        .toString('latin1', at + 3, Math.min(at + 75, raw.length))
        .split(/[\r\n]/, 1)[0]
        ?.trimEnd() ?? '';
    if (boundaries.has(line) && (parts += 1) > mailLimits.parts) return true;
  }
  return false;
}

/** Null where more boundaries are declared than there may be parts. */
function declaredBoundaries(raw: Buffer): Set<string> | null {
  const found = new Set<string>();
  const pattern = /boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/gi;
  for (const match of raw.toString('latin1').matchAll(pattern)) {
    found.add((match[1] ?? match[2] ?? '').trimEnd());
    if (found.size > mailLimits.parts) return null;
  }
  return found;
}
