import { Injectable } from '@nestjs/common';
import type { Actor, PlatformRole } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Person } from './person.entity.js';
import { PersonRenamed, RolesSet } from './person.events.js';
import { personPolicy } from './person.policy.js';
import { LastAdministrator, RolesNeedVerifiedAddress } from './person.refusals.js';
import { foldedName } from '#platform/names';
import { requireName } from './person-name.js';

export interface ProfileChange {
  name?: string | null | undefined;
  /** Null takes it away. */
  bio?: string | null | undefined;
  locale?: string | null | undefined;
  timeZone?: string | null | undefined;
}

const allRoles: readonly PlatformRole[] = ['ADMIN', 'ORGANISER', 'MODERATOR'];

/** Changes what a person says of themselves, and what administrators let them do. */
@Injectable()
export class Profiles {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async update(actor: Actor, change: ProfileChange): Promise<Person> {
    return this.unitOfWork.run(async (tx) => {
      const person = await tx.require(Person, { id: actor.requiredId });
      const name = change.name == null ? person.name : requireName(change.name);
      const set: Partial<Person> = {
        name,
        foldedName: foldedName(name),
        bio: change.bio === undefined ? person.bio : change.bio?.trim() || null,
        locale: change.locale ?? person.locale,
        timeZone: change.timeZone ?? person.timeZone,
      };
      await tx.update(Person, { id: person.id }, set);
      if (name !== person.name) tx.record(new PersonRenamed(person.id));
      return { ...person, ...set };
    });
  }

  /** Gives a person exactly these roles. Refused: {@link LastAdministrator}, {@link RolesNeedVerifiedAddress}. */
  async setRoles(actor: Actor, personId: string, wanted: readonly PlatformRole[]): Promise<Person> {
    actor.require(personPolicy.setRoles(actor), 'Only administrators give and take roles.');
    const roles = allRoles.filter((role) => wanted.includes(role));
    return this.unitOfWork.run(async (tx) => {
      if (!roles.includes('ADMIN')) await requireAnotherAdministrator(tx, personId);
      const person = await tx.require(Person, { id: personId }, () => new NotFound('person'));
      if (roles.length > 0 && !person.verifiedAt) throw new RolesNeedVerifiedAddress();
      await tx.update(Person, { id: personId }, { roles });
      tx.record(new RolesSet(personId, roles, actor.requiredId));
      return { ...person, roles };
    });
  }
}

/** Locks all administrators, so that two who take each other's role away cannot both succeed. Refused: {@link LastAdministrator}. */
export async function requireAnotherAdministrator(tx: Transaction, personId: string): Promise<void> {
  const admins = await tx.query<{ id: string }>(
    `select id from person where 'ADMIN' = any (roles) order by id for update`,
  );
  if (admins.length === 1 && admins[0]?.id === personId) throw new LastAdministrator();
}
