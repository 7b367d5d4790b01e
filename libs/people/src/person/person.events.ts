import { DomainEvent } from '#platform/database';

/** The person has shown that the address is theirs; from now on they may take part. */
export class PersonVerified extends DomainEvent {
  static override readonly storedName = 'people.person-verified';
  constructor(readonly personId: string) {
    super();
  }
}

/** The name under which others see the person is another. */
export class PersonRenamed extends DomainEvent {
  static override readonly storedName = 'people.person-renamed';
  constructor(readonly personId: string) {
    super();
  }
}

/** The person's platform roles are others, set by an administrator. */
export class RolesSet extends DomainEvent {
  static override readonly storedName = 'people.roles-set';
  constructor(
    readonly personId: string,
    readonly roles: string[],
    readonly byId: string,
  ) {
    super();
  }
}

/** The account is gone; what {@link Erasers} did not take out in the same transaction, handlers of this may. */
export class PersonErased extends DomainEvent {
  static override readonly storedName = 'people.person-erased';
  constructor(readonly personId: string) {
    super();
  }
}
