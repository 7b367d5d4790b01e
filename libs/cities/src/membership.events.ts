import { DomainEvent } from '#platform/database';
import { type MembershipRole } from './membership.enums.js';

abstract class MembershipEvent extends DomainEvent {
  constructor(
    readonly membershipId: string,
    readonly personId: string,
    readonly bodyId: string,
    readonly role: MembershipRole,
  ) {
    super();
  }
}

/** Waits for a focal point of the body. */
export class MembershipRequested extends MembershipEvent {
  static override readonly storedName = 'cities.membership-requested';
}

export class MembershipConfirmed extends MembershipEvent {
  static override readonly storedName = 'cities.membership-confirmed';
}

/** Left, was declined or was taken away. */
export class MembershipEnded extends MembershipEvent {
  static override readonly storedName = 'cities.membership-ended';
}
