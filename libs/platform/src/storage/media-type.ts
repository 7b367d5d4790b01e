const signatures: [string, (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  ['image/gif', (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))],
  ['image/webp', (bytes) => /^RIFF....WEBP/s.test(bytes.toString('latin1', 0, 12))],
  ['application/pdf', (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-'],
  ['application/zip', (bytes) => bytes.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))],
];

/**
 * The media type that the bytes themselves show; text only where they are text, else a stream of octets. What a client
 * says of a file is not believed.
 */
export function mediaTypeOf(bytes: Buffer): string {
  const shown = signatures.find(([, matches]) => matches(bytes));
  if (shown) return shown[0];
  const sample = bytes.subarray(0, 4096);
  return sample.length > 0 && !sample.includes(0) && isUtf8(bytes)
    ? 'text/plain; charset=utf-8'
    : 'application/octet-stream';
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
