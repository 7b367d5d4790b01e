import { Injectable } from '@nestjs/common';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { RateLimits } from '#platform/limits';
import { Expired } from '#platform/refusals';
import { Clock } from '#platform/time';
import { requireEmail } from '../person/email-address.js';
import { LinkTokens } from '../credentials/link-tokens.js';
import { networkOf } from './network-address.js';
import { requireGoodPassword } from '../credentials/password.policy.js';
import { Passwords } from '../credentials/passwords.js';
import { Person } from '../person/person.entity.js';
import { PersonVerified } from '../person/person.events.js';
import { foldedName } from '#platform/names';
import { requireName } from '../person/person-name.js';
import { type OpenedSession, Sessions } from '../credentials/sessions.js';
import { writeSignUpLetterJob } from './write-sign-up-letter.job.js';

export interface NewPerson {
  name: string;
  email: string;
  locale: string;
  timeZone: string;
}

const signUpsPerNetwork = { points: 200, seconds: 3600 };

/** Takes people in, telling nobody whether an address was known before (ADR 0010). */
@Injectable()
export class SignUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly links: LinkTokens,
  ) {}

  /**
   * A sign-up of its own, signed in, that the address does not belong to before the mailed link is followed. Whether
   * another account has the address is not even looked up here: the letter's job does.
   */
  async signUp(wish: NewPerson & { password: string }, ip: string): Promise<OpenedSession> {
    const person = this.newcomer(wish);
    requireGoodPassword(wish.password, wish);
    const network = networkOf(ip);
    if (network) await this.limits.take('sign-up', network, signUpsPerNetwork);
    const hashed = await this.passwords.hash(wish.password);
    return this.unitOfWork.run(async (tx) => {
      await tx.insert(Person, person);
      await this.passwords.keep(tx, person.id, hashed);
      await tx.addJob(writeSignUpLetterJob, { personId: person.id }, { urgent: true });
      return this.sessions.open(tx, person);
    });
  }

  /** Verifies the sign-up whose letter carried the token. Refused: {@link Expired}. */
  async verifyEmail(token: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const personId = await this.links.redeem(tx, token, 'VERIFY');
      await this.verify(tx, await tx.require(Person, { id: personId }, () => new Expired()));
    });
  }

  /** Binds the address to the person. Of several sign-ups that name it only the first can be verified. */
  async verify(tx: Transaction, person: Person): Promise<Person> {
    if (person.verifiedAt) return person;
    const verifiedAt = this.clock.now();
    await tx
      .update(Person, { id: person.id }, { verifiedAt })
      .orRefuse('person_one_verified_per_address', () => new Expired());
    tx.record(new PersonVerified(person.id));
    return { ...person, verifiedAt };
  }

  /** A row that is ready to be inserted, not verified and without roles. */
  newcomer(wish: NewPerson): Person {
    const name = requireName(wish.name);
    return {
      id: newId(),
      name,
      foldedName: foldedName(name),
      email: wish.email.trim(),
      canonicalEmail: requireEmail(wish.email),
      verifiedAt: null,
      bio: null,
      avatarUrl: null,
      locale: wish.locale,
      timeZone: wish.timeZone,
      roles: [],
      joinedAt: this.clock.now(),
      erasedAt: null,
    };
  }
}
