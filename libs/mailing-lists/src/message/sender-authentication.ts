import { authenticate, type AuthenticateResult, type DNSResolver } from 'mailauth';

/** Where a mail came from, as the SMTP session saw it. */
export interface MailOrigin {
  /** Address of the client; null for mail that came by a socket or a file. */
  ip: string | null;
  helo: string;
  /** Reverse path; empty for a bounce. */
  mailFrom: string;
}

/** Whether the address in From may be believed, and by what. `UNKNOWN` is worth another try: the DNS did not answer. */
export interface SenderAuthentication {
  verdict: 'AUTHENTICATED' | 'NOT_AUTHENTICATED' | 'UNKNOWN';
  by: 'TRUSTED_HOST' | 'DMARC' | 'DKIM' | 'SPF' | null;
  spf: string;
  dkim: string;
  dmarc: string;
}

/**
 * Believes From when DMARC passes, or, for a domain without a DMARC record, when a DKIM signature over the whole body is of
 * the same organisation as From, or SPF of the very same domain (RFC 7489, 3.1). Runs in the mail worker: hashing a large mail takes its time.
 */
export async function authenticateSender(
  raw: Buffer,
  origin: MailOrigin,
  mta: string,
  resolver: DNSResolver,
): Promise<SenderAuthentication> {
  const result = await authenticate(raw, {
    ip: origin.ip ?? undefined,
    helo: origin.helo,
    sender: origin.mailFrom,
    mta,
    resolver,
    disableArc: true,
    disableBimi: true,
  });
  return judge(result);
}

function judge(result: AuthenticateResult): SenderAuthentication {
  const spf = result.spf === false ? 'none' : result.spf.status.result;
  const dmarc = result.dmarc === false ? 'none' : result.dmarc.status.result;
  const signatures = result.dkim.results.map(({ status }) => status);
  const dkim = signatures.find(({ result: outcome }) => outcome === 'pass')?.result ?? signatures[0]?.result ?? 'none';
  const seen = { spf, dkim, dmarc };
  const unclear = [spf, dmarc, ...signatures.map(({ result: outcome }) => outcome)].some((outcome) =>
    /^temp/.test(outcome),
  );
  const refused = { verdict: unclear ? 'UNKNOWN' : 'NOT_AUTHENTICATED', by: null, ...seen } as const;
  if (result.dkim.fromFields !== 1 || result.dkim.headerFrom.length !== 1)
    return { ...refused, verdict: 'NOT_AUTHENTICATED' };
  if (dmarc === 'pass') return { verdict: 'AUTHENTICATED', by: 'DMARC', ...seen };
  if (dmarc !== 'none') return refused;
  const signed = signatures.some((status) => status.result === 'pass' && Boolean(status.aligned) && !status.underSized);
  if (signed) return { verdict: 'AUTHENTICATED', by: 'DKIM', ...seen };
  const aligned =
    result.spf !== false && spf === 'pass' && sameDomain(result.spf.domain, result.dkim.headerFrom[0] ?? '');
  return aligned ? { verdict: 'AUTHENTICATED', by: 'SPF', ...seen } : refused;
}

function sameDomain(domain: string, address: string): boolean {
  return domain !== '' && domain.toLowerCase() === address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
