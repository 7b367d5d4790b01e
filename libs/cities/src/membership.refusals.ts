import { Conflict, InvalidTransition } from '#platform/refusals';

/** The person has asked for this role, or has it. */
export class MembershipAlreadyOpen extends Conflict {
  constructor() {
    super('This role has been asked for already, or is held.');
  }
}

export class MembershipNotWaiting extends InvalidTransition {
  constructor() {
    super('Only a membership that is asked for can be confirmed.');
  }
}

export class MembershipOver extends InvalidTransition {
  constructor() {
    super('This membership has ended before.');
  }
}
