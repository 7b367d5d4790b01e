import { domainToASCII } from 'node:url';
import { BadUserInput } from '#platform/refusals';

const longest = 254; // RFC 5321 § 4.5.3.1.3, without the angle brackets

/**
 * What addresses are compared by, everywhere: the whole address in lower case and Unicode NFC, its domain as IDNA ASCII.
 * Local parts are case-sensitive by RFC 5321 but no provider in use keeps `Ada@` and `ada@` apart. Dots and `+tags` stay:
 * what they mean is the provider's own. Null where the text is no address that mail can be sent to.
 */
export function canonicalEmail(written: string): string | null {
  const text = written.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1));
  if (at < 1 || !domain || /[\s\p{Cc}"(),:;<>@[\\\]]/u.test(local) || local.length > 64) return null;
  const canonical = `${local}@${domain}`;
  return canonical.length <= longest && text.length <= longest ? canonical : null;
}

/** The canonical form of an address in an input, or a refusal of `field`. */
export function requireEmail(written: string, field = 'email'): string {
  const canonical = canonicalEmail(written);
  if (!canonical)
    throw new BadUserInput(
      `An e-mail address has the form name@example.org and ${longest} characters at the most.`,
      field,
    );
  return canonical;
}
