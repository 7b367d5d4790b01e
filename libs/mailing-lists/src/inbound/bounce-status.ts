import { type ParsedMail } from '../message/parsed-mail.js';

/** HARD: the address will never take mail. SOFT: not this time, or it cannot be told. */
export type BounceKind = 'HARD' | 'SOFT';

/** Reads a delivery status report (RFC 3464); a delay is no bounce at all, and comes out as SOFT. */
export function bounceKind(mail: Pick<ParsedMail, 'reports' | 'text'>): BounceKind {
  const report = mail.reports.find(({ mediaType }) => mediaType.endsWith('delivery-status'))?.text ?? '';
  const action = /^action:\s{0,5}([a-z-]{1,20})/im.exec(report)?.[1]?.toLowerCase() ?? '';
  const status = /^status:\s{0,5}([245])\.\d{1,3}\.\d{1,3}/im.exec(report)?.[1];
  if (action !== '' && action !== 'failed') return 'SOFT';
  if (status !== undefined) return status === '5' ? 'HARD' : 'SOFT';
  return /\b55[0134]\b[ -]#?5\.\d\.\d/.test(mail.text) ? 'HARD' : 'SOFT';
}
