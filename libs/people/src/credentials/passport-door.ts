import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Actor, Door, type Knock } from '#platform/access';
import { Unauthenticated } from '#platform/refusals';
import { Callers } from './callers.js';
import { AccessTokenStrategy, bearerOf, type Knocking, SessionStrategy } from './passport-strategies.js';

const strategies = ['session-token', 'access-token'];

/** One passport for HTTP and WebSocket, of each program's own: what is asked is the {@link Knock}, whatever carried it. */
@Injectable()
export class PassportDoor extends Door {
  private readonly passport = new passport.Passport();

  constructor(
    private readonly callers: Callers,
    sessions: SessionStrategy,
    accessTokens: AccessTokenStrategy,
  ) {
    super();
    this.passport.use('session-token', sessions);
    this.passport.use('access-token', accessTokens);
  }

  async enter(knock: Knock): Promise<Actor> {
    if (!knock.authorization && !knock.cookie) return Actor.nobody;
    const actor = await this.ask(knock);
    if (actor) return actor;
    if (bearerOf(knock) !== null)
      throw new Unauthenticated('This token does not hold, or holds no longer. Sign in again.');
    return Actor.nobody;
  }

  actorOf(personId: string): Promise<Actor | null> {
    return this.callers.byId(personId);
  }

  stillHold(credentialIds: readonly string[]): Promise<Set<string>> {
    return this.callers.stillHold(credentialIds);
  }

  private ask(knock: Knock): Promise<Actor | null> {
    const knocking: Knocking = { knock };
    return new Promise((resolve, reject) => {
      const answered = (error: unknown, actor?: Actor | false | null): void => {
        if (error) reject(error instanceof Error ? error : new Error('Passport failed.', { cause: error }));
        else resolve(actor || null);
      };
      const authenticate = this.passport.authenticate(strategies, { session: false }, answered) as (
        request: Knocking,
        response: object,
        next: (error: unknown) => void,
      ) => void;
      authenticate(knocking, {}, (error) => answered(error));
    });
  }
}
