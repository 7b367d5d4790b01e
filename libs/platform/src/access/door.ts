import type { Actor } from './actor.js';

/** What somebody shows at the door: the same over HTTP and WebSocket. */
export interface Knock {
  /** An `Authorization` header's value. */
  authorization?: string | undefined;
  /** A `Cookie` header's value. */
  cookie?: string | undefined;
}

/** Tells who knocks. Owned here, implemented by the floor that knows people. */
export abstract class Door {
  /** Nobody without credentials or with a stale cookie; a bearer token that does not hold is refused as UNAUTHENTICATED. */
  abstract enter(knock: Knock): Promise<Actor>;
  /** The actor that a program acts as on a person's behalf, such as a mail's verified sender; null where there is none. */
  abstract actorOf(personId: string): Promise<Actor | null>;
  /** Of these sessions and access tokens, those that still hold. */
  abstract stillHold(credentialIds: readonly string[]): Promise<Set<string>>;
}

export const sessionCookie = 'gemina_session';
