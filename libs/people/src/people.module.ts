import { Module, type OnModuleInit } from '@nestjs/common';
import { Door } from '#platform/access';
import { NodeSources } from '#platform/graphql';
import { AccessTokenLoader, AccessTokens } from './credentials/access-tokens.js';
import { Accounts } from './account/accounts.js';
import { AccountResolver } from './account/account.resolver.js';
import { Callers } from './credentials/callers.js';
import { Enrolment } from './sign-in/enrolment.js';
import { ExportsController } from './account/exports.controller.js';
import { IdentityProof } from './sign-in/identity-proof.js';
import { LetterLimit } from './sign-in/letter-limit.js';
import { LinkTokens } from './credentials/link-tokens.js';
import { AccessTokenStrategy, SessionStrategy } from './credentials/passport-strategies.js';
import { PassportDoor } from './credentials/passport-door.js';
import { Passwords } from './credentials/passwords.js';
import { PeopleLetters } from './sign-in/people-letters.js';
import { PersonLoader, StandingsLoader } from './person/person.loader.js';
import { People } from './person/person.queries.js';
import { PersonResolver } from './person/person.resolver.js';
import { OwnRecords, PersonalExports } from './account/personal-exports.js';
import { Erasers, PersonalRecords } from './account/personal-records.js';
import { Profiles } from './person/profiles.js';
import { SessionDesk } from './credentials/session-desk.js';
import { Sessions } from './credentials/sessions.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignInAttempts } from './sign-in/sign-in-attempts.js';
import { SignInByLink } from './sign-in/sign-in-by-link.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { SignUp } from './sign-in/sign-up.js';
import { RemoveExports, SweepPeople } from './account/sweep.job.js';
import { WriteSignInLink } from './sign-in/write-sign-in-link.job.js';
import { WriteSignUpLetter } from './sign-in/write-sign-up-letter.job.js';

const door = [
  Callers,
  SessionStrategy,
  AccessTokenStrategy,
  PassportDoor,
  { provide: Door, useExisting: PassportDoor },
];
const waysIn = [SignUp, SignIn, SignInByLink, SignInAttempts, Sessions, SessionDesk, LinkTokens, Passwords, Enrolment];
const account = [Accounts, Profiles, AccessTokens, AccessTokenLoader, IdentityProof, PersonalExports, OwnRecords];
const reads = [People, PersonLoader, StandingsLoader];
const letters = [PeopleLetters, LetterLimit, WriteSignUpLetter, WriteSignInLink];
const sweeps = [SweepPeople, RemoveExports];
const resolvers = [SignInResolver, AccountResolver, PersonResolver];

/** People, how they sign in, and who knocks. */
@Module({
  controllers: [ExportsController],
  providers: [...door, ...waysIn, ...account, ...reads, ...letters, ...sweeps, ...resolvers, PersonalRecords, Erasers],
  exports: [Door, People, PersonLoader, PersonalRecords, Erasers, Enrolment],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly personLoader: PersonLoader,
    private readonly tokenLoader: AccessTokenLoader,
    private readonly records: PersonalRecords,
    private readonly ownRecords: OwnRecords,
  ) {}

  onModuleInit(): void {
    this.nodes.add('Person', 'person', this.personLoader);
    this.nodes.add('AccessToken', 'access_token', this.tokenLoader);
    this.records.add('people', (personId) => this.ownRecords.of(personId));
  }
}
