import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { Session } from './credential.entity.js';
import type { Person } from '../person/person.entity.js';
import { SessionNeeded } from '../person/person.refusals.js';
import { hashOfToken, newToken } from './token.js';

const day = 24 * 3600;
/** A session that is not used for so long is over. */
export const sessionSeconds = 30 * day;
/** However much it is used, it is over after so long. */
export const longestSessionSeconds = 365 * day;

/** A session as it is told to whoever signed in; the token is told only now. */
export interface OpenedSession {
  id: string;
  token: string;
  expiresAt: Date;
  /** How long a browser keeps the cookie: the session may be prolonged so far. */
  cookieUntil: Date;
  viewer: Person;
}

/** Opens and ends sessions. */
@Injectable()
export class Sessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async open(tx: Transaction, person: Person): Promise<OpenedSession> {
    const token = newToken('session');
    const now = this.clock.now();
    const expiresAt = this.clock.in(sessionSeconds);
    const session = await tx.insert(Session, {
      id: newId(),
      tokenHash: hashOfToken(token),
      personId: person.id,
      createdAt: now,
      expiresAt,
      lastSeenAt: now,
      revokedAt: null,
    });
    return { id: session.id, token, expiresAt, cookieUntil: this.clock.in(longestSessionSeconds), viewer: person };
  }

  /** Ends the session that the actor came with. Refused: {@link SessionNeeded}. */
  async end(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ended = await tx.query(
        'update session set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null returning id',
        [actor.credentialId, actor.requiredId, this.clock.now()],
      );
      if (ended.length === 0) throw new SessionNeeded();
    });
  }

  /**
   * Ends all that anybody could come in with as this person: sessions, access tokens, mailed links. Open live sockets
   * are closed when next something is to be sent to them.
   */
  async endAll(personId: string, except: string | null = null): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      await tx.query(
        `update session set revoked_at = $2 where person_id = $1 and revoked_at is null and id is distinct from $3`,
        [personId, now, except],
      );
      await tx.query('update access_token set revoked_at = $2 where person_id = $1 and revoked_at is null', [
        personId,
        now,
      ]);
      await tx.query(`delete from link_token where person_id = $1 and purpose = 'SIGN_IN'`, [personId]);
    });
  }
}
