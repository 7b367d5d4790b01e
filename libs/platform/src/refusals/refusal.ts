/** The contract's ErrorCode: what a client can act on. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'PAYLOAD_TOO_LARGE'
  | 'EXPIRED'
  | 'CAPACITY_REACHED'
  | 'INVALID_TRANSITION'
  | 'QUERY_TOO_COMPLEX'
  | 'INTERNAL';

/**
 * A reason why not, with words that are safe to show. Thrown, so that the transaction rolls back by itself; its own
 * enumerable fields besides `code` and `field` reach the client as `extensions`.
 */
export abstract class Refusal extends Error {
  abstract readonly code: RefusalCode;
  /** The one input field at fault, where there is one. */
  readonly field?: string;
}

/** Also what a private thing answers to those who may not know of it. */
export class NotFound extends Refusal {
  readonly code = 'NOT_FOUND';
  constructor(what = 'thing') {
    super(`There is no such ${what}, or it is not yours to see.`);
  }
}

export class Forbidden extends Refusal {
  readonly code = 'FORBIDDEN';
  constructor(message = 'You may see this, but not change it.') {
    super(message);
  }
}

export class Unauthenticated extends Refusal {
  readonly code = 'UNAUTHENTICATED';
  constructor(message = 'Sign in first.') {
    super(message);
  }
}

export class BadUserInput extends Refusal {
  readonly code = 'BAD_USER_INPUT';
  constructor(
    message: string,
    override readonly field?: string,
  ) {
    super(message);
  }
}

export class Conflict extends Refusal {
  readonly code = 'CONFLICT';
}

export class Expired extends Refusal {
  readonly code = 'EXPIRED';
  constructor(message = 'This link has expired or was used before. Ask for a new one.') {
    super(message);
  }
}

export class InvalidTransition extends Refusal {
  readonly code = 'INVALID_TRANSITION';
}

export class RateLimited extends Refusal {
  readonly code = 'RATE_LIMITED';
  constructor(readonly retryAfterSeconds: number) {
    super(`Too many attempts. Try again in ${retryAfterSeconds} seconds.`);
  }
}

export class PayloadTooLarge extends Refusal {
  readonly code = 'PAYLOAD_TOO_LARGE';
  constructor(readonly limitBytes: number) {
    super(`This is larger than the ${Math.floor(limitBytes / 1024)} KiB that are taken here.`);
  }
}

export class QueryTooComplex extends Refusal {
  readonly code = 'QUERY_TOO_COMPLEX';
}
