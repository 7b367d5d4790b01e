import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Asks the DNS about senders, with time-outs of its own so that a slow zone costs little. */
@Injectable()
export class MailDns {
  private readonly resolver = new Resolver({ timeout: 2000, tries: 2 });

  /** Servers to ask instead of the system's: addresses, with a port where it isn't 53. */
  useServers(servers: readonly string[]): void {
    this.resolver.setServers(servers);
  }

  async resolve(domain: string, type: string): Promise<string[][] | string[]> {
    return (await this.resolver.resolve(domain, type)) as string[][] | string[];
  }
}
