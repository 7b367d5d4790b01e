import { BadUserInput } from '#platform/refusals';
import { canonicalEmail } from '../person/email-address.js';
import { commonPasswords } from './common-passwords.js';
import { foldedName } from '#platform/names';

export const shortestPassword = 12;
export const longestPassword = 200;

/** Passwords are compared in NFKC, so that keyboards that compose letters differently write the same one (NIST SP 800-63B § 3.1.1.2). */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/**
 * Why this password would be no protection, or null: length, the commonest ones, and what an attacker knows anyway.
 * Which kinds of characters it is made of is nobody's business (NIST SP 800-63B § 3.1.1.2).
 */
export function passwordFault(password: string, owner: { name: string; email: string }): string | null {
  const characters = [...normalPassword(password)].length;
  if (characters < shortestPassword)
    return `A password has ${shortestPassword} characters or more. A few words make a good one.`;
  if (characters > longestPassword) return `A password has ${longestPassword} characters at the most.`;
  const plain = normalPassword(password).trim().toLowerCase();
  if (commonPasswords.has(plain)) return 'This is one of the commonest passwords: it would be tried first.';
  if (new Set(plain).size < 3) return 'This repeats the same characters: it would be tried first.';
  const email = canonicalEmail(owner.email) ?? owner.email.toLowerCase();
  const known = [
    email,
    email.split('@')[0] ?? '',
    owner.email.toLowerCase(),
    owner.name.toLowerCase(),
    foldedName(owner.name),
  ];
  if (known.some((text) => text === plain || text.replaceAll(' ', '') === plain)) {
    return 'Your name or address is known to others: take something else for a password.';
  }
  return null;
}

export function requireGoodPassword(
  password: string,
  owner: { name: string; email: string },
  field = 'password',
): void {
  const fault = passwordFault(password, owner);
  if (fault) throw new BadUserInput(fault, field);
}
