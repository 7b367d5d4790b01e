const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 base32 in lower case and without padding: survives mail systems that change the case of a local part. */
export function toBase32(bytes: Uint8Array): string {
  let written = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) {
      written += ALPHABET[(held >>> (bits - 5)) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? written : written + ALPHABET[(held << (5 - bits)) & 31];
}

/** Null for a letter outside the alphabet and for a text that {@link toBase32} never writes, so that a value has one spelling. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text.toLowerCase()) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >>> bits);
      held &= (1 << bits) - 1;
    }
  }
  return bits < 5 && held === 0 ? Uint8Array.from(bytes) : null;
}

/** A UUID as 26 letters. */
export function uuidToBase32(uuid: string): string {
  return toBase32(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}

/** The UUID behind 26 letters, in its usual spelling; null where there is none. */
export function uuidFromBase32(text: string): string | null {
  if (text.length !== 26) return null;
  const bytes = fromBase32(text);
  if (bytes === null) return null;
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
