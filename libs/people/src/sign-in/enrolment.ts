import type { INestApplicationContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { PlatformRole } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { Passwords } from '../credentials/passwords.js';
import { requireEmail } from '../person/email-address.js';
import { Person } from '../person/person.entity.js';
import { PersonVerified, RolesSet } from '../person/person.events.js';
import { AddressTaken } from '../person/person.refusals.js';
import { People } from '../person/person.queries.js';
import { type NewPerson, SignUp } from './sign-up.js';

export interface Enrolled extends NewPerson {
  /** Left out: the person signs in by mailed link. */
  password?: string | undefined;
  roles?: readonly PlatformRole[] | undefined;
}

/** Makes verified people on an operator's word: administrators and demo networks. Not for what comes through a door. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly signUps: SignUp,
  ) {}

  /** Refused: {@link AddressTaken}. */
  async enrol(wish: Enrolled): Promise<Person> {
    const newcomer = this.signUps.newcomer(wish);
    const person: Person = { ...newcomer, verifiedAt: newcomer.joinedAt, roles: [...(wish.roles ?? [])] };
    const hashed = wish.password === undefined ? null : await this.passwords.hash(wish.password);
    return this.unitOfWork.run(async (tx) => {
      await tx.insert(Person, person).orRefuse('person_one_verified_per_address', () => new AddressTaken());
      if (hashed) await this.passwords.keep(tx, person.id, hashed);
      tx.record(new PersonVerified(person.id));
      return person;
    });
  }

  /**
   * Sees to an administrator with this address: a new person with the password, or the role for the person who has the
   * address, whose password stays. Programs that start together make one.
   */
  async ensureAdministrator(wish: { email: string; password: string; name?: string }): Promise<Person> {
    requireEmail(wish.email);
    const known = await this.people.byVerifiedEmail(wish.email);
    if (known) return this.promote(known.id);
    try {
      const { name = 'Administrator', email, password } = wish;
      return await this.enrol({ name, email, password, locale: 'en', timeZone: 'UTC', roles: ['ADMIN'] });
    } catch (error) {
      if (error instanceof AddressTaken) return this.ensureAdministrator(wish);
      throw error;
    }
  }

  private promote(personId: string): Promise<Person> {
    return this.unitOfWork.run(async (tx) => {
      const person = await tx.require(Person, { id: personId });
      if (person.roles.includes('ADMIN')) return person;
      const roles: PlatformRole[] = ['ADMIN', ...person.roles];
      await tx.update(Person, { id: personId }, { roles });
      tx.record(new RolesSet(personId, roles, personId));
      return { ...person, roles };
    });
  }
}

/** Sees to the administrator that the configuration names, if it names one; to be called once the database is migrated. */
export async function ensureConfiguredAdministrator(
  app: INestApplicationContext,
  admin: { email: string; password: string } | null,
): Promise<void> {
  if (admin) await app.get(Enrolment, { strict: false }).ensureAdministrator(admin);
}
