import { createHash, randomBytes } from 'node:crypto';

/** What a token is for stands in front of it, so that one found in a log or a repository is known for what it is. */
export const tokenPrefix = { session: 'gs_', access: 'gp_', link: 'gl_' } as const;

export type TokenKind = keyof typeof tokenPrefix;

/** A new secret of 256 bits, safe in URLs and headers. It is told once; the database keeps {@link hashOfToken}. */
export const newToken = (kind: TokenKind): string => `${tokenPrefix[kind]}${randomBytes(32).toString('base64url')}`;

/** SHA-256 is enough for a secret of 256 bits: there is nothing to guess. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const form = /^(gs|gp|gl)_[A-Za-z0-9_-]{43}$/;

/** Whether the text has the form of such a token; others need no look into the database. */
export const isToken = (kind: TokenKind, text: string): boolean =>
  form.test(text) && text.startsWith(tokenPrefix[kind]);
