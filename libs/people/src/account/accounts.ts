import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { IdentityProof } from '../sign-in/identity-proof.js';
import { requireGoodPassword } from '../credentials/password.policy.js';
import { Passwords } from '../credentials/passwords.js';
import { Person } from '../person/person.entity.js';
import { PersonErased } from '../person/person.events.js';
import { foldedName } from '#platform/names';
import { Erasers } from './personal-records.js';
import { requireAnotherAdministrator } from '../person/profiles.js';
import { removeExportsJob } from './sweep.job.js';
import { Sessions } from '../credentials/sessions.js';

/** What stands where the name of somebody who has left stood. */
export const nameOfErased = 'Former member';

/** What a person does with the account itself. */
@Injectable()
export class Accounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly proof: IdentityProof,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly erasers: Erasers,
  ) {}

  /** Sets a password, and ends all other sessions, access tokens and mailed links: whoever came in with the old one is out. */
  async changePassword(
    actor: Actor,
    change: { newPassword: string; currentPassword?: string | null | undefined },
    ip: string,
  ): Promise<Person> {
    await this.proof.require(actor, change.currentPassword, ip, 'currentPassword');
    const hashed = await this.passwords.hash(change.newPassword);
    return this.unitOfWork.run(async (tx) => {
      const person = await tx.require(Person, { id: actor.requiredId });
      requireGoodPassword(change.newPassword, { name: person.name, email: person.email ?? '' }, 'newPassword');
      await this.passwords.keep(tx, person.id, hashed);
      await this.sessions.endAll(person.id, actor.credentialId);
      return person;
    });
  }

  /**
   * Takes the person out for good, everywhere at once. The row stays under its id, so that threads can be read on, with
   * nothing in it about anybody. Refused: the last administrator, and whoever cannot prove to be the person.
   */
  async erase(actor: Actor, password: string | null | undefined, ip: string): Promise<void> {
    await this.proof.require(actor, password, ip, 'password');
    await this.unitOfWork.run(async (tx) => {
      await requireAnotherAdministrator(tx, actor.requiredId);
      const person = await tx.require(Person, { id: actor.requiredId });
      await this.erasers.erase(tx, person.id);
      await this.eraseCredentials(tx, person.id);
      await tx.update(Person, { id: person.id }, this.tombstone());
      tx.record(new PersonErased(person.id));
    });
  }

  private async eraseCredentials(tx: Transaction, personId: string): Promise<void> {
    for (const table of ['password', 'session', 'access_token', 'link_token']) {
      await tx.query(`delete from ${table} where person_id = $1`, [personId]);
    }
    await tx.query('update personal_export set expires_at = $2 where person_id = $1', [personId, this.clock.now()]);
    await tx.addJob(removeExportsJob, { personId });
  }

  private tombstone(): Partial<Person> {
    return {
      name: nameOfErased,
      foldedName: foldedName(nameOfErased),
      email: null,
      canonicalEmail: null,
      verifiedAt: null,
      bio: null,
      avatarUrl: null,
      locale: 'en',
      timeZone: 'UTC',
      roles: [],
      erasedAt: this.clock.now(),
    };
  }
}
