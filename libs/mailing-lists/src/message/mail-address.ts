import { createHmac, timingSafeEqual } from 'node:crypto';
import { toBase32, uuidFromBase32, uuidToBase32 } from './compact-base32.js';

/**
 * What an address on our domain means. `group` is the group's slug; in the addresses that carry an id of their own
 * (`thread`, `confirm`, `bounces`) it may be only the slug's beginning, see {@link MailAddresses.belongsTo}.
 */
export type MailAddress =
  | { kind: 'list'; group: string }
  | { kind: 'join' | 'leave' | 'owner'; group: string }
  | { kind: 'thread'; group: string; threadId: string }
  | { kind: 'confirm'; group: string; token: string }
  | { kind: 'bounces'; group: string; deliveryId: string };

/** RFC 5321, 4.5.3.1.1: more octets before the `@` than this need not be accepted by anyone. */
const LOCAL_PART_LIMIT = 64;
const CHECKSUM_LETTERS = 10;
const SLUG = /^[a-z0-9][a-z0-9-]*$/;
const TOKEN = /^[a-z0-9]{8,52}$/;

export interface MailAddressSettings {
  /** Right side of every address, `GEMINA_MAIL_DOMAIN`. */
  domain: string;
  /** Signs the return paths, so that nobody else can make a subscriber look unreachable. */
  secret: string;
}

/** Builds and reads the addresses of lists, threads, commands and bounces. What it builds it reads back as the same. */
export class MailAddresses {
  readonly domain: string;
  readonly #secret: string;

  constructor(settings: MailAddressSettings) {
    this.domain = settings.domain.toLowerCase();
    this.#secret = settings.secret;
  }

  /** Members post here. */
  list(group: string): string {
    return `${group}@${this.domain}`;
  }

  command(group: string, command: 'join' | 'leave' | 'owner'): string {
    return this.#withDetail(group, command);
  }

  /** Mail sent here becomes a reply in the thread. It names the thread, not the reader, so it may be passed on. */
  thread(group: string, threadId: string): string {
    return this.#withDetail(group, `t-${uuidToBase32(threadId)}`);
  }

  /** The token is letters and digits without regard to case. */
  confirm(group: string, token: string): string {
    return this.#withDetail(group, `confirm-${token.toLowerCase()}`);
  }

  /** Return path of one delivery (VERP), with a checksum that only this installation can make. */
  bounces(group: string, deliveryId: string): string {
    const id = uuidToBase32(deliveryId);
    return this.#withDetail(group, `bounces-${id}${this.#checksum(id)}`);
  }

  /** RFC 2919 identifier, without its angle brackets. */
  listId(group: string): string {
    return `${group}.${this.domain}`;
  }

  /** Null for what is not an address of ours: another domain, an unknown command, a damaged id, a forged return path. */
  parse(address: string): MailAddress | null {
    const at = address.lastIndexOf('@');
    if (at < 1 || address.slice(at + 1).toLowerCase() !== this.domain) return null;
    const [group = '', ...details] = address.slice(0, at).toLowerCase().split('+');
    if (!SLUG.test(group)) return null;
    if (details.length === 0) return { kind: 'list', group };
    return details.length === 1 ? this.#parseDetail(group, details[0] ?? '') : null;
  }

  /** The address with this meaning. */
  build(address: MailAddress): string {
    switch (address.kind) {
      case 'list':
        return this.list(address.group);
      case 'thread':
        return this.thread(address.group, address.threadId);
      case 'confirm':
        return this.confirm(address.group, address.token);
      case 'bounces':
        return this.bounces(address.group, address.deliveryId);
      case 'join':
      case 'leave':
      case 'owner':
        return this.command(address.group, address.kind);
    }
  }

  /** Whether an address that was read is one of the group with this slug, which may have been cut to fit the local part. */
  belongsTo(address: MailAddress, slug: string): boolean {
    return this.parse(this.build({ ...address, group: slug }))?.group === address.group;
  }

  #parseDetail(group: string, detail: string): MailAddress | null {
    if (detail === 'join' || detail === 'leave' || detail === 'owner') return { kind: detail, group };
    const dash = detail.indexOf('-');
    const value = detail.slice(dash + 1);
    switch (detail.slice(0, Math.max(dash, 0))) {
      case 't': {
        const threadId = uuidFromBase32(value);
        return threadId === null ? null : { kind: 'thread', group, threadId };
      }
      case 'confirm':
        return TOKEN.test(value) ? { kind: 'confirm', group, token: value } : null;
      case 'bounces': {
        const deliveryId = this.#verifiedDelivery(value);
        return deliveryId === null ? null : { kind: 'bounces', group, deliveryId };
      }
      default:
        return null;
    }
  }

  #verifiedDelivery(value: string): string | null {
    const id = value.slice(0, -CHECKSUM_LETTERS);
    const given = Buffer.from(value.slice(-CHECKSUM_LETTERS));
    const due = Buffer.from(this.#checksum(id));
    return given.length === due.length && timingSafeEqual(given, due) ? uuidFromBase32(id) : null;
  }

  #checksum(id: string): string {
    return toBase32(createHmac('sha256', this.#secret).update(`bounces:${id}`).digest()).slice(0, CHECKSUM_LETTERS);
  }

  #withDetail(group: string, detail: string): string {
    const room = Math.max(1, LOCAL_PART_LIMIT - detail.length - 1);
    return `${group.slice(0, room)}+${detail}@${this.domain}`;
  }
}
