import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '#platform/database';
import { Expired } from '#platform/refusals';
import { Clock } from '#platform/time';
import type { LinkPurpose } from './credential.entity.js';
import { hashOfToken, isToken, newToken } from './token.js';

/** A sign-up that nobody verifies lapses after so long, and the link that would verify it with it. */
export const signUpLapsesAfterSeconds = 7 * 24 * 3600;

export const linkSeconds: Record<LinkPurpose, number> = { VERIFY: signUpLapsesAfterSeconds, SIGN_IN: 15 * 60 };

/** Makes and redeems what mailed links carry. */
@Injectable()
export class LinkTokens {
  constructor(private readonly clock: Clock) {}

  /** A new token, which voids the one before it of the same purpose. */
  async make(tx: Transaction, personId: string, purpose: LinkPurpose): Promise<string> {
    const token = newToken('link');
    await tx.query(
      `insert into link_token (id, token_hash, person_id, purpose, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (person_id, purpose) do update set id = excluded.id, token_hash = excluded.token_hash,
         created_at = excluded.created_at, expires_at = excluded.expires_at, used_at = null`,
      [newId(), hashOfToken(token), personId, purpose, this.clock.now(), this.clock.in(linkSeconds[purpose])],
    );
    return token;
  }

  /** Uses a token up, and tells whose it is. Refused: {@link Expired}, whatever is wrong with it. */
  async redeem(tx: Transaction, token: string, purpose: LinkPurpose): Promise<string> {
    if (!isToken('link', token)) throw new Expired();
    const redeemed = await tx.one<{ personId: string }>(
      `update link_token set used_at = $3 where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
       returning person_id as "personId"`,
      [hashOfToken(token), purpose, this.clock.now()],
    );
    if (!redeemed) throw new Expired();
    return redeemed.personId;
  }
}
