/** A reply without what mail programs put around it. */
export interface ReplyText {
  /** What the person wrote, with the quotes that it answers in place. */
  text: string;
  /** What was cut off: quote, signature, forwarded mail. Null where nothing was. */
  quoted: string | null;
}

/** "On … wrote:" in the languages of the network; it may run over three lines. */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^(?:On|At)\b.{5,300}\b(?:wrote|writes|said)\s*:?$/is,
  /^Am\b.{5,300}\b(?:schrieb|geschrieben|schrieben Sie)\b.{0,200}:?$/is,
  /^.{2,120}\b(?:schrieb|wrote)\b.{0,40}\b(?:am|on)\b.{4,80}:$/is,
  /^Le\b.{5,300}(?:a écrit|écrivait|a ecrit)\s*:?$/is,
  /^(?:Il giorno|Il)\b.{5,300}ha scritto\s*:?$/is,
  /^El\b.{5,300}escribió\s*:?$/is,
  /^Em\b.{5,300}escreveu\s*:?$/is,
  /^Op\b.{5,300}(?:schreef|het volgende geschreven)\b.{0,200}:?$/is,
  /^Den\b.{5,300}(?:skrev)\b.{0,200}:?$/is,
  /^(?:W dniu|Dnia)\b.{5,300}(?:napisał\(?a?\)?|pisze)\b.{0,200}:?$/is,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b.{0,120}<[^<>\s]+@[^<>\s]+>\s*:?$/is,
];
const FORWARD_LINE =
  /^[\s>]*(?:[-_=*]{2,}\s*)(?:original message|forwarded message|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|message d.origine|message original|message transféré|mensaje original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|mensagem original|begin forwarded message)(?:\s*[-_=*]{2,})?\s*$/i;
const HEADER_FIELD =
  /^[\s>*_]*(?:from|sent|to|cc|date|subject|reply-to|von|gesendet|an|datum|betreff|de|envoyé|date|à|objet|da|inviato|a|oggetto|enviado|para|asunto|assunto|van|verzonden|aan|onderwerp|från|skickat|till|ämne|fra|sendt|til|emne)\s?\*{0,2}\s?:/i;
const SIGNATURE_LINE = /^(?:--|__|—)\s*$/;
const DEVICE_LINE =
  /^(?:sent from my |get outlook for |sent via |sent with |envoyé de mon |envoyé depuis |télécharge[rz] outlook pour |von meinem .{2,40} gesendet|gesendet (?:von|mit) |diese nachricht wurde von meinem |outlook für .{2,20} (?:beziehen|holen)|inviato da |enviado desde mi |enviado do meu |verzonden vanaf |skickat från min |sendt fra min )/i;
const QUOTED = /^\s{0,3}>/;
/** A signature longer than this is taken for text after all. */
const LONGEST_SIGNATURE = 12;
/** Quote, signature, quote below it, signature of the program: more layers than these nobody leaves under a reply. */
const ROUNDS = 6;

/**
 * Cuts the quote at the end, the signature and forwarded mail off a reply, and keeps them. A quote that is answered below, or
 * between its lines, stays; a mail that has nothing else is left whole.
 */
export function replyText(mail: string): ReplyText {
  const lines = mail.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const end = ownTextEnd(lines);
  const text = lines.slice(0, end).join('\n').trim();
  if (text === '') return { text: mail.trim(), quoted: null };
  const quoted = lines.slice(end).join('\n').trim();
  return { text, quoted: quoted === '' ? null : quoted };
}

/** The number of lines that stay. */
function ownTextEnd(lines: readonly string[]): number {
  let end = lines.length;
  const forwarded = lines.findIndex((line, at) => FORWARD_LINE.test(line) || isHeaderBlock(lines, at));
  if (forwarded > 0) end = withoutRule(lines, forwarded);
  for (let before = -1, round = 0; before !== end && round < ROUNDS; round += 1) {
    before = end;
    end = withoutBlank(lines, end);
    end = withoutQuote(lines, end);
    end = withoutSignature(lines, end);
  }
  return end;
}

function withoutBlank(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (lines[at - 1] ?? '').trim() === '') at -= 1;
  return at;
}

/** Drops a block of quoted lines at the end with the attribution above it, or an attribution whose quote is not marked. */
function withoutQuote(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (QUOTED.test(lines[at - 1] ?? '') || (lines[at - 1] ?? '').trim() === '')) at -= 1;
  const bare = at === end ? unmarkedQuote(lines, end) : null;
  if (bare !== null) return bare;
  const hasQuote = lines.slice(at, end).some((line) => QUOTED.test(line));
  return hasQuote ? (attributionStart(lines, at) ?? at) : end;
}

/** Where an attribution begins that ends just above this line. */
function attributionStart(lines: readonly string[], below: number): number | null {
  const last = withoutBlank(lines, below);
  for (let start = last - 1; start >= Math.max(0, last - 4); start -= 1) {
    if (isAttribution(lines.slice(start, last))) return start;
  }
  return null;
}

/** Some programs quote without marks: then everything below the last attribution that has no quote mark under it is quote. */
function unmarkedQuote(lines: readonly string[], end: number): number | null {
  const lastQuoted = lines.findLastIndex((line, at) => at < end && QUOTED.test(line));
  for (let start = 1; start < end; start += 1) {
    if (!/^\s*(?:On|At|Am|Le|Il|El|Em|Op|Den|W dniu|Dnia)\b/.test(lines[start] ?? '')) continue;
    for (let after = start + 1; after <= Math.min(end, start + 4); after += 1) {
      if (!isAttribution(lines.slice(start, after))) continue;
      if (lastQuoted < after) return start;
    }
  }
  return null;
}

function isAttribution(lines: readonly string[]): boolean {
  const text = lines.map((line) => line.replace(/^[\s*_]+|[\s*_]+$/g, '')).join(' ');
  return text.length <= 500 && /[:>\p{L})]$/u.test(text) && ATTRIBUTIONS.some((pattern) => pattern.test(text));
}

/** Three header fields one below the other, as Outlook puts them over what it quotes. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  let fields = 0;
  for (const line of lines.slice(at, at + 8)) {
    if (HEADER_FIELD.test(line)) fields += 1;
    else if (line.trim() !== '' && fields === 0) return false;
    else if (fields > 0 && line.trim() === '') break;
  }
  return fields >= 3 && HEADER_FIELD.test(lines[at] ?? '');
}

function withoutRule(lines: readonly string[], end: number): number {
  const at = withoutBlank(lines, end);
  return /^[\s>]*[-_=*]{5,}\s*$/.test(lines[at - 1] ?? '') ? at - 1 : end;
}

function withoutSignature(lines: readonly string[], end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_SIGNATURE); at -= 1) {
    const line = lines[at] ?? '';
    if (QUOTED.test(line)) return end;
    if (SIGNATURE_LINE.test(line)) return at;
    if (at >= end - 3 && DEVICE_LINE.test(line.trim())) return at;
  }
  return end;
}
