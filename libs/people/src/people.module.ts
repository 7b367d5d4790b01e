import { Module, type OnModuleInit } from '@nestjs/common';
import { Door } from '#platform/access';
import { NodeSources } from '#platform/graphql';
import { AccessTokenLoader, AccessTokens } from './access-tokens.js';
import { Accounts } from './accounts.js';
import { AccountResolver } from './account.resolver.js';
import { Callers } from './callers.js';
import { Enrolment } from './enrolment.js';
import { ExportsController } from './exports.controller.js';
import { IdentityProof } from './identity-proof.js';
import { LetterLimit } from './letter-limit.js';
import { LinkTokens } from './link-tokens.js';
import { AccessTokenStrategy, SessionStrategy } from './passport-strategies.js';
import { PassportDoor } from './passport-door.js';
import { Passwords } from './passwords.js';
import { PeopleLetters } from './people-letters.js';
import { PersonLoader, StandingsLoader } from './person.loader.js';
import { People } from './person.queries.js';
import { PersonResolver } from './person.resolver.js';
import { OwnRecords, PersonalExports } from './personal-exports.js';
import { Erasers, PersonalRecords } from './personal-records.js';
import { Profiles } from './profiles.js';
import { SessionDesk } from './session-desk.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInByLink } from './sign-in-by-link.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignUp } from './sign-up.js';
import { RemoveExports, SweepPeople } from './sweep.job.js';
import { WriteSignInLink } from './write-sign-in-link.job.js';
import { WriteSignUpLetter } from './write-sign-up-letter.job.js';

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
