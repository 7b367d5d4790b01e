import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type Connection, CurrentLoaders, Loaders, PageArgs } from '#platform/graphql';
import { AccessTokens, type OwnAccessToken } from '../credentials/access-tokens.js';
import type { Person } from './person.entity.js';
import { PersonLoader, StandingsLoader } from './person.loader.js';
import { personPolicy } from './person.policy.js';
import { People } from './person.queries.js';
import { PersonConnection, PersonType } from './person.type.js';
import { AccessTokenType } from '../credentials/session.type.js';

/** Reads of people, and the one field that not everybody may read. */
@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly people: People,
    private readonly personLoader: PersonLoader,
    private readonly standingsLoader: StandingsLoader,
    private readonly tokens: AccessTokens,
  ) {}

  @Public()
  @Query(() => PersonType, { nullable: true })
  async viewer(@CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return actor.personId ? loaders.by(this.personLoader).load(actor.personId) : null;
  }

  @Public()
  @Query(() => PersonType, { nullable: true })
  person(@Args('id', { type: () => ID }) id: string, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.by(this.personLoader).load(id);
  }

  @SignedIn()
  @Query(() => PersonConnection, { name: 'people' })
  searchPeople(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<Connection<Person>> {
    return this.people.search(actor, page, search);
  }

  @SignedIn()
  @Query(() => [AccessTokenType])
  accessTokens(@CurrentActor() actor: Actor): Promise<OwnAccessToken[]> {
    return this.tokens.of(actor);
  }

  @ResolveField()
  async email(
    @Parent() person: Person,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<string | null> {
    if (personPolicy.seeEmail(actor, person.id, [])) return person.email;
    if (actor.focalPointOf.length === 0) return null;
    const standings = await loaders.by(this.standingsLoader).load(person.id);
    return personPolicy.seeEmail(actor, person.id, standings ?? []) ? person.email : null;
  }
}
