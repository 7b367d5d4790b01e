import { BlockList, isIP } from 'node:net';

/** Hosts whose mail counts as authenticated by them: they know their senders, as a city's own mail gateway does. */
export class TrustedHosts {
  readonly #networks = new BlockList();

  /** Addresses and CIDR networks, IPv4 or IPv6. Throws a RangeError that names the first that is neither. */
  constructor(networks: readonly string[]) {
    for (const network of networks) {
      const [address = '', prefix, ...rest] = network.trim().split('/');
      const family = isIP(address);
      const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix);
      const usable =
        family !== 0 && rest.length === 0 && /^\d{1,3}$/.test(prefix ?? '0') && bits <= (family === 4 ? 32 : 128);
      if (!usable) throw new RangeError(`"${network}" is neither an address nor a network.`);
      this.#networks.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
    }
  }

  has(ip: string): boolean {
    const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = isIP(plain);
    return family !== 0 && this.#networks.check(plain, family === 4 ? 'ipv4' : 'ipv6');
  }
}
