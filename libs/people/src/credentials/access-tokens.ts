import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database, newId, UnitOfWork } from '#platform/database';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { BadUserInput, NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { AccessToken } from './credential.entity.js';
import { Person } from '../person/person.entity.js';
import { SessionNeeded, TooManyAccessTokens } from '../person/person.refusals.js';
import { hashOfToken, newToken } from './token.js';

/** An access token as its owner sees it; `secret` is there once, when it is made. */
export interface OwnAccessToken {
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  secret?: string;
}

const mostTokens = 50;
const shown = `id, name, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`;

/** Tokens that let a person's programs act as that person. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Newest first; expired ones stay in the list until they are revoked. */
  of(actor: Actor): Promise<OwnAccessToken[]> {
    return this.database.query<OwnAccessToken>(
      `select ${shown} from access_token where person_id = $1 and revoked_at is null order by id desc limit ${mostTokens}`,
      [actor.requiredId],
    );
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<OwnAccessToken[]> {
    return this.database.query<OwnAccessToken>(
      `select ${shown} from access_token where person_id = $1 and id = any($2::uuid[]) and revoked_at is null`,
      [actor.personId, ids],
    );
  }

  /** Refused: {@link SessionNeeded} (a token begets no tokens), {@link TooManyAccessTokens}. */
  async create(actor: Actor, wish: { name: string; expiresAt?: Date | null | undefined }): Promise<OwnAccessToken> {
    actor.requireVerified();
    const name = wish.name.trim();
    if (!name || name.length > 100) throw new BadUserInput('A token has a name of 1 to 100 characters.', 'name');
    const expiresAt = wish.expiresAt ?? null;
    if (expiresAt && expiresAt <= this.clock.now())
      throw new BadUserInput('A token expires in the future.', 'expiresAt');
    const secret = newToken('access');
    return this.unitOfWork.run(async (tx) => {
      await tx.require(Person, { id: actor.requiredId });
      const session = await tx.one('select id from session where id = $1', [actor.credentialId]);
      if (!session) throw new SessionNeeded();
      const held = await tx.query('select id from access_token where person_id = $1 and revoked_at is null', [
        actor.requiredId,
      ]);
      if (held.length >= mostTokens) throw new TooManyAccessTokens(mostTokens);
      const token = await tx.insert(AccessToken, {
        id: newId(),
        tokenHash: hashOfToken(secret),
        personId: actor.requiredId,
        name,
        createdAt: this.clock.now(),
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      });
      return { id: token.id, name, createdAt: token.createdAt, expiresAt, lastUsedAt: null, secret };
    });
  }

  /** Ends a token at once. Others' tokens do not exist for this person. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const revoked = await tx.query(
        'update access_token set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null returning id',
        [id, actor.requiredId, this.clock.now()],
      );
      if (revoked.length === 0) throw new NotFound('access token');
    });
  }
}

/** The viewer's own access tokens by id. */
@Injectable()
export class AccessTokenLoader extends BatchLoader<string, OwnAccessToken> {
  constructor(private readonly tokens: AccessTokens) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(OwnAccessToken | null)[]> {
    return inKeyOrder(ids, await this.tokens.byIds(viewer, ids), (token) => token.id);
  }
}
