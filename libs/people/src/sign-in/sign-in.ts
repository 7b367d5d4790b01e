import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '#platform/database';
import { requireEmail } from '../person/email-address.js';
import { Passwords } from '../credentials/passwords.js';
import { Person } from '../person/person.entity.js';
import { SignInRefused } from '../person/person.refusals.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { type OpenedSession, Sessions } from '../credentials/sessions.js';

/** Lets people in who know the password of a verified account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * The same statements and one Argon2 run, whatever is wrong. Refused: {@link SignInRefused}, `RATE_LIMITED`.
   * Sign-ups that are not verified have no way in here: it would answer differently once the address is somebody's.
   */
  async byPassword(email: string, password: string, ip: string): Promise<OpenedSession> {
    const canonical = requireEmail(email);
    await this.attempts.begin(canonical, ip);
    const known = await this.database.one<{ id: string; hash: string | null }>(
      `select p.id, w.hash from person p left join password w on w.person_id = p.id
       where p.canonical_email = $1 and p.verified_at is not null`,
      [canonical],
    );
    const right = await this.passwords.matches(known?.hash, password);
    if (!known || !right) throw new SignInRefused();
    await this.attempts.succeeded(canonical, ip);
    return this.unitOfWork.run(async (tx) =>
      this.sessions.open(
        tx,
        await tx.require(Person, { id: known.id, canonicalEmail: canonical }, () => new SignInRefused()),
      ),
    );
  }
}
