import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_BYTES = 16;

export interface UnsubscribeGrant {
  personId: string;
  groupId: string;
}

/**
 * Allows whoever has it to end one person's mail from one list, and nothing else. Signed rather than stored, and without an
 * end: a mail from years ago must still be able to stop the next (RFC 8058).
 */
export function unsubscribeToken(grant: UnsubscribeGrant, secret: string): string {
  const ids = Buffer.concat([bytesOf(grant.personId), bytesOf(grant.groupId)]);
  return Buffer.concat([ids, mac(ids, secret)]).toString('base64url');
}

/** Null for what we have not signed. */
export function readUnsubscribeToken(token: string, secret: string): UnsubscribeGrant | null {
  const bytes = /^[\w-]{64}$/.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0);
  const ids = bytes.subarray(0, -MAC_BYTES);
  const given = bytes.subarray(-MAC_BYTES);
  if (ids.length !== 32 || !timingSafeEqual(given, mac(ids, secret))) return null;
  return { personId: uuidOf(ids.subarray(0, 16)), groupId: uuidOf(ids.subarray(16)) };
}

function mac(ids: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('unsubscribe:').update(ids).digest().subarray(0, MAC_BYTES);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
