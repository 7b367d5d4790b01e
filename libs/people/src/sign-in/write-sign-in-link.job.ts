import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { LetterLimit } from './letter-limit.js';
import { LinkTokens } from '../credentials/link-tokens.js';
import { PeopleLetters } from './people-letters.js';
import { People } from '../person/person.queries.js';

export const writeSignInLinkJob = 'people.write-sign-in-link';

/** Mails a link to sign in where the address is known: to its account, else to the sign-up that named it last. */
@Injectable()
@JobFor({ name: writeSignInLinkJob })
export class WriteSignInLink implements Job<{ email: string }> {
  constructor(
    private readonly people: People,
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: LetterLimit,
    private readonly links: LinkTokens,
    private readonly letters: PeopleLetters,
  ) {}

  async run({ email }: { email: string }): Promise<void> {
    const person = (await this.people.byVerifiedEmail(email)) ?? (await this.people.newestSignUp(email));
    if (!person || !(await this.limit.allows('sign-in-letter', email))) return;
    await this.unitOfWork.run(async (tx) => {
      await this.letters.signIn(tx, person, await this.links.make(tx, person.id, 'SIGN_IN'));
    });
  }
}
