import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { LetterLimit } from './letter-limit.js';
import { LinkTokens } from '../credentials/link-tokens.js';
import { PeopleLetters } from './people-letters.js';
import { People } from '../person/person.queries.js';

export const writeSignUpLetterJob = 'people.write-sign-up-letter';

/** Mails whoever reads the address of a sign-up: to confirm it, or, where an account has it already, that it has. */
@Injectable()
@JobFor({ name: writeSignUpLetterJob })
export class WriteSignUpLetter implements Job<{ personId: string }> {
  constructor(
    private readonly people: People,
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: LetterLimit,
    private readonly links: LinkTokens,
    private readonly letters: PeopleLetters,
  ) {}

  async run({ personId }: { personId: string }): Promise<void> {
    const signUp = await this.people.byId(personId);
    if (!signUp?.canonicalEmail || signUp.verifiedAt) return;
    if (!(await this.limit.allows('sign-up-letter', signUp.canonicalEmail))) return;
    const owner = await this.people.byVerifiedEmail(signUp.canonicalEmail);
    await this.unitOfWork.run(async (tx) => {
      if (owner) await this.letters.alreadyKnown(tx, owner);
      else await this.letters.verify(tx, signUp, await this.links.make(tx, signUp.id, 'VERIFY'));
    });
  }
}
