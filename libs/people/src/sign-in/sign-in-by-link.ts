import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { RateLimits } from '#platform/limits';
import { Expired } from '#platform/refusals';
import { requireEmail } from '../person/email-address.js';
import { LinkTokens } from '../credentials/link-tokens.js';
import { networkOf } from './network-address.js';
import { Passwords } from '../credentials/passwords.js';
import { Person } from '../person/person.entity.js';
import { type OpenedSession, Sessions } from '../credentials/sessions.js';
import { SignUp } from './sign-up.js';
import { writeSignInLinkJob } from './write-sign-in-link.job.js';

const linksPerNetwork = { points: 100, seconds: 3600 };

/** Lets people in who read the mail of a known address. */
@Injectable()
export class SignInByLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly links: LinkTokens,
    private readonly signUps: SignUp,
  ) {}

  /** Only puts a job down: who the address belongs to, if anybody, is found out where nobody can measure it. */
  async request(email: string, ip: string): Promise<void> {
    const canonical = requireEmail(email);
    const network = networkOf(ip);
    if (network) await this.limits.take('sign-in-link', network, linksPerNetwork);
    await this.unitOfWork.run((tx) => tx.addJob(writeSignInLinkJob, { email: canonical }, { urgent: true }));
  }

  /**
   * Signs in with a mailed link, which also verifies a sign-up. Where that sign-up was made by whoever else, its password
   * and sessions end: only the mailbox has shown whose address it is. Refused: {@link Expired}.
   */
  async signIn(token: string, actor: Actor): Promise<OpenedSession> {
    return this.unitOfWork.run(async (tx) => {
      const personId = await this.links.redeem(tx, token, 'SIGN_IN');
      let person = await tx.require(Person, { id: personId }, () => new Expired());
      if (!person.verifiedAt) {
        person = await this.signUps.verify(tx, person);
        if (actor.personId !== person.id) {
          await this.passwords.forget(tx, person.id);
          await this.sessions.endAll(person.id);
        }
      }
      return this.sessions.open(tx, person);
    });
  }
}
