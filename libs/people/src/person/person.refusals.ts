import { BadUserInput, Conflict, Forbidden, InvalidTransition, Refusal, Unauthenticated } from '#platform/refusals';

/** One answer for a wrong password, an unknown address, an unverified one and an account without password (ADR 0010). */
export class SignInRefused extends Unauthenticated {
  constructor() {
    super(
      'Address and password do not fit together. If you have just signed up, follow the link that we mailed you first; you can also have a link mailed to sign in.',
    );
  }
}

export class WrongPassword extends BadUserInput {
  constructor(field = 'password') {
    super('This is not your password.', field);
  }
}

/** The session is too old for something that cannot be undone. */
export class ProofNeeded extends Forbidden {
  constructor() {
    super('Give your password, or sign in again and do it within a quarter of an hour.');
  }
}

/** Access tokens are for a person's programs, which do not change how the person signs in. */
export class SessionNeeded extends Forbidden {
  constructor() {
    super('An access token cannot do this: sign in.');
  }
}

export class LastAdministrator extends Conflict {
  constructor() {
    super('This is the last administrator. Make somebody else one first.');
  }
}

export class RolesNeedVerifiedAddress extends InvalidTransition {
  constructor() {
    super('Somebody whose address is not verified can have no role.');
  }
}

export class TooManyAccessTokens extends Refusal {
  readonly code = 'CAPACITY_REACHED';
  constructor(readonly capacity: number) {
    super(`You have ${capacity} access tokens. Revoke one first.`);
  }
}

/** Told to operators only: no answer to the public says so (ADR 0010). */
export class AddressTaken extends Conflict {
  constructor() {
    super('Somebody has this address already.');
  }
}
