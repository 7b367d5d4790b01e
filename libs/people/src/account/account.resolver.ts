import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Actor, CurrentActor, type PlatformRole, Role, SignedIn } from '#platform/access';
import { CurrentContext, type GraphqlContext, Url } from '#platform/graphql';
import { Accounts } from './accounts.js';
import { ChangePasswordInput, CreateAccessTokenInput, UpdateProfileInput } from './account.inputs.js';
import { AccessTokens, type OwnAccessToken } from '../credentials/access-tokens.js';
import { PersonalExports } from './personal-exports.js';
import type { Person } from '../person/person.entity.js';
import { PersonType, PlatformRoleEnum } from '../person/person.type.js';
import { Profiles } from '../person/profiles.js';
import { SessionDesk } from '../credentials/session-desk.js';
import { AccessTokenType } from '../credentials/session.type.js';

/** What people change about their own account, and administrators about others'. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
    private readonly tokens: AccessTokens,
    private readonly exports: PersonalExports,
    private readonly desk: SessionDesk,
  ) {}

  @SignedIn()
  @Mutation(() => PersonType)
  updateProfile(@CurrentActor() actor: Actor, @Args('input') input: UpdateProfileInput): Promise<Person> {
    return this.profiles.update(actor, input);
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: 'Ends all other sessions, and all access tokens.' })
  changePassword(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangePasswordInput,
    @CurrentContext() { ip }: GraphqlContext,
  ): Promise<Person> {
    return this.accounts.changePassword(actor, input, ip);
  }

  @SignedIn()
  @Mutation(() => AccessTokenType)
  createAccessToken(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateAccessTokenInput,
  ): Promise<OwnAccessToken> {
    return this.tokens.create(actor, input);
  }

  @SignedIn()
  @Mutation(() => Boolean)
  async revokeAccessToken(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.tokens.revoke(actor, id);
    return true;
  }

  @Role('ADMIN')
  @Mutation(() => PersonType)
  setRoles(
    @CurrentActor() actor: Actor,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('roles', { type: () => [PlatformRoleEnum] }) roles: PlatformRole[],
  ): Promise<Person> {
    return this.profiles.setRoles(actor, personId, roles);
  }

  @SignedIn()
  @Mutation(() => Url, { description: "Where the person's own records can be fetched, by that person, for a day." })
  exportMyData(@CurrentActor() actor: Actor): Promise<string> {
    return this.exports.make(actor);
  }

  @SignedIn()
  @Mutation(() => Boolean, { description: 'The password may be left out within a quarter of an hour of signing in.' })
  async eraseMyAccount(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: GraphqlContext,
    @Args('password', { type: () => String, nullable: true }) password?: string | null,
  ): Promise<boolean> {
    await this.accounts.erase(actor, password, context.ip);
    this.desk.forget(context);
    return true;
  }
}
