import type { Readable } from 'node:stream';

/** Bytes by key: lower-case letters, digits, `-` and `/`. What `put` has resolved for survives the process and the power. */
export abstract class Storage {
  abstract put(key: string, bytes: Buffer | Readable, mediaType: string): Promise<void>;
  /** Null where nothing is kept under the key. */
  abstract get(key: string): Promise<Readable | null>;
  abstract remove(key: string): Promise<void>;

  protected checked(key: string): string {
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key)) throw new Error(`${key} is no key of the storage.`);
    return key;
  }
}
