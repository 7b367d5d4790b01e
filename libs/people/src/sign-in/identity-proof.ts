import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Clock } from '#platform/time';
import { Passwords } from '../credentials/passwords.js';
import { ProofNeeded, SessionNeeded, WrongPassword } from '../person/person.refusals.js';
import { SignInAttempts } from './sign-in-attempts.js';

const freshSeconds = 15 * 60;

interface Held {
  signedInAt: Date;
  canonicalEmail: string;
  hash: string | null;
}

/** Asks for more than an open browser before something that cannot be undone. */
@Injectable()
export class IdentityProof {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
  ) {}

  /**
   * The person's password, or a session that is at most a quarter of an hour old. Refused: {@link SessionNeeded},
   * {@link WrongPassword} of `field`, {@link ProofNeeded}.
   */
  async require(actor: Actor, password: string | null | undefined, ip: string, field: string): Promise<void> {
    const held = await this.database.one<Held>(
      `select s.created_at as "signedInAt", p.canonical_email as "canonicalEmail", w.hash
       from session s join person p on p.id = s.person_id left join password w on w.person_id = p.id
       where s.id = $1 and p.id = $2`,
      [actor.credentialId, actor.requiredId],
    );
    if (!held) throw new SessionNeeded();
    if (password == null) {
      if (this.clock.now().getTime() - held.signedInAt.getTime() > freshSeconds * 1000) throw new ProofNeeded();
      return;
    }
    await this.attempts.begin(held.canonicalEmail, ip);
    if (!(await this.passwords.matches(held.hash, password))) throw new WrongPassword(field);
    await this.attempts.succeeded(held.canonicalEmail, ip);
  }
}
