import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { type City, CityLoader, CityType } from '#cities';
import { type Actor, CurrentActor, Public, Role, SignedIn } from '#platform/access';
import { type Connection, CurrentLoaders, type Loaders, PageArgs } from '#platform/graphql';
import { type LiveFeed } from '#platform/live';
import { CityStandings } from './city-standings.js';
import { ComputeRound } from './compute-round.js';
import { ImportRankings } from './import-rankings.js';
import { MatchingRounds } from './matching-rounds.js';
import { PublishRound } from './publish-round.js';
import { Rankings } from './rankings.js';
import { type WhatIf, RoundWhatIf } from './round-what-if.js';
import { type MatchingRound, RoundSide } from './round.entity.js';
import { RoundFeeds } from './round.feeds.js';
import { OpenMatchingRoundInput, RankInput, RoundWhatIfArgs } from './round.input.js';
import { RoundLoader } from './round.loader.js';
import { RoundQueries } from './round.queries.js';
import { RoundWhatIfType } from './round-parts.type.js';
import { ImportedRankingsType, MatchingRoundConnection, MatchingRoundType } from './round.type.js';

@Resolver(() => MatchingRoundType)
export class RoundQueryResolver {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly whatIf: RoundWhatIf,
    private readonly feeds: RoundFeeds,
    private readonly standings: CityStandings,
    private readonly roundLoader: RoundLoader,
    private readonly cityLoader: CityLoader,
  ) {}

  @Public()
  @Query(() => MatchingRoundType, { nullable: true })
  matchingRound(
    @Args('id', { type: () => ID }) id: string,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<MatchingRound | null> {
    return loaders.by(this.roundLoader).load(id);
  }

  @Public()
  @Query(() => MatchingRoundConnection, { description: 'The newest first.' })
  matchingRounds(@Args() wish: PageArgs): Promise<Connection<MatchingRound>> {
    return this.rounds.page(wish);
  }

  @Role('ORGANISER')
  @Query(() => RoundWhatIfType, {
    description: 'A computed round, if one mentor had other places: who gains, who loses.',
  })
  roundWhatIf(@CurrentActor() actor: Actor, @Args() wish: RoundWhatIfArgs): Promise<WhatIf> {
    return this.whatIf.ask(actor, wish);
  }

  @Public()
  @Query(() => [CityType], { description: 'Whom the city may rank now on that side; at most 1000.' })
  async rankableCities(
    @Args('cityId', { type: () => ID }) cityId: string,
    @Args('as', { type: () => RoundSide }) as: RoundSide,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<(City | Error | null)[]> {
    return loaders.by(this.cityLoader).loadMany(await this.standings.rankable(cityId, as));
  }

  @Public()
  @Subscription(() => MatchingRoundType, { description: 'The round each time that something happens to it or in it.' })
  matchingRoundChanged(@Args('roundId', { type: () => ID }) roundId: string): Promise<LiveFeed<MatchingRound>> {
    return this.feeds.of(roundId);
  }
}

@Resolver(() => MatchingRoundType)
export class RoundResolver {
  constructor(
    private readonly rounds: MatchingRounds,
    private readonly rankings: Rankings,
    private readonly imports: ImportRankings,
    private readonly computing: ComputeRound,
    private readonly publishing: PublishRound,
  ) {}

  @Role('ORGANISER')
  @Mutation(() => MatchingRoundType)
  openMatchingRound(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenMatchingRoundInput,
  ): Promise<MatchingRound> {
    return this.rounds.open(actor, input);
  }

  @SignedIn()
  @Mutation(() => MatchingRoundType, {
    description: 'A focal point ranks for the city, on one side, until the round closes.',
  })
  rankForRound(@CurrentActor() actor: Actor, @Args('input') input: RankInput): Promise<MatchingRound> {
    return this.rankings.rank(actor, input);
  }

  @SignedIn()
  @Mutation(() => ImportedRankingsType, {
    description:
      'Rankings from a CSV with the columns city, side, rank, choice; cities by slug or id, equal ranks are ties. All of it or nothing.',
  })
  importRankings(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('csv') csv: string,
  ): Promise<{ round: MatchingRound; rankings: number }> {
    return this.imports.import(actor, roundId, csv);
  }

  @Role('ORGANISER')
  @Mutation(() => MatchingRoundType, { description: 'Computes all three aims. Nobody ranks any more afterwards.' })
  computeMatchingRound(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MatchingRound> {
    return this.computing.compute(actor, id);
  }

  @Role('ORGANISER')
  @Mutation(() => MatchingRoundType, {
    description:
      'Takes a result that is not published back, so that the round can be computed from the places as they are now.',
  })
  discardMatchingRoundResult(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MatchingRound> {
    return this.rounds.discardResult(actor, id);
  }

  @Role('ORGANISER')
  @Mutation(() => MatchingRoundType, {
    description:
      'Begins a twinning for each pair, makes result and certificate public, and tells every city that has ranked.',
  })
  publishMatchingRound(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MatchingRound> {
    return this.publishing.publish(actor, id);
  }

  @Role('ORGANISER')
  @Mutation(() => MatchingRoundType, {
    description: 'Nothing comes of the round; the cities that have ranked are told.',
  })
  cancelMatchingRound(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MatchingRound> {
    return this.rounds.cancel(actor, id);
  }
}
