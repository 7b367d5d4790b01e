import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '#platform/config';
import { MailDns } from './mail-dns.js';
import { MailWorkshop } from '../message/mail-workshop.js';
import { type ParsedMail } from '../message/parsed-mail.js';
import { type MailOrigin, type SenderAuthentication } from '../message/sender-authentication.js';
import { TrustedHosts } from '../message/trusted-hosts.js';

/** Reads kept mail and says whether its sender may be believed. Two workers, so that a slow DNS holds up no reading. */
@Injectable()
export class MailReader implements OnApplicationShutdown {
  private readonly reading: MailWorkshop;
  private readonly authenticating: MailWorkshop;
  private readonly trusted: TrustedHosts;

  constructor(
    private readonly config: Config,
    dns: MailDns,
  ) {
    const resolver = (domain: string, type: string) => dns.resolve(domain, type);
    this.reading = new MailWorkshop({ resolver });
    this.authenticating = new MailWorkshop({ resolver });
    this.trusted = new TrustedHosts(config.trustedHosts);
  }

  /** Throws a {@link MailRefusal} for a mail that isn't worth its cost. */
  read(raw: Buffer): Promise<ParsedMail> {
    return this.reading.read(raw);
  }

  /** Mail from a trusted host is believed without asking the DNS, as long as From names one sender. */
  async authenticate(raw: Buffer, mail: ParsedMail, origin: MailOrigin): Promise<SenderAuthentication> {
    if (mail.from === null) return { ...unasked, verdict: 'NOT_AUTHENTICATED', by: null };
    if (origin.ip !== null && this.trusted.has(origin.ip))
      return { ...unasked, verdict: 'AUTHENTICATED', by: 'TRUSTED_HOST' };
    return this.authenticating.authenticate(raw, origin, this.config.mailDomain);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.reading.close(), this.authenticating.close()]);
  }
}

const unasked = { spf: 'none', dkim: 'none', dmarc: 'none' };
