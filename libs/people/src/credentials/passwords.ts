import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database';
import { Clock } from '#platform/time';
import { Password } from './credential.entity.js';
import { normalPassword } from './password.policy.js';

/** Argon2id with 19 MiB, two passes and one lane: OWASP's Password Storage Cheat Sheet. It runs off the event loop. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Makes and checks password hashes; a check costs the same whether there is a hash or not. */
@Injectable()
export class Passwords {
  private readonly nobodys = this.hash(randomBytes(32).toString('base64'));

  constructor(private readonly clock: Clock) {}

  hash(password: string): Promise<string> {
    return hash(normalPassword(password), strength);
  }

  /** Whether the password is the one that was hashed; false, after the same work, where there is no hash. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.nobodys), normalPassword(password));
    return right && Boolean(stored);
  }

  /** Keeps a hash as the person's password, in place of an older one. */
  async keep(tx: Transaction, personId: string, hashed: string): Promise<void> {
    await tx.manager.upsert(Password, { personId, hash: hashed, setAt: this.clock.now() }, ['personId']);
  }

  /** From now on the person signs in by mailed link, until they set a password again. */
  async forget(tx: Transaction, personId: string): Promise<void> {
    await tx.query('delete from password where person_id = $1', [personId]);
  }
}
