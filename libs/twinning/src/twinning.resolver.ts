import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { type Connection, CurrentLoaders, type Loaders } from '#platform/graphql';
import { type LiveFeed } from '#platform/live';
import { AnswerTwinning } from './answer-twinning.js';
import { EndTwinning } from './end-twinning.js';
import { ProposeTwinning } from './propose-twinning.js';
import { type Twinning } from './twinning.entity.js';
import { TwinningFeeds } from './twinning.feeds.js';
import { AnswerTwinningInput, EndTwinningInput, ProposeTwinningInput } from './twinning.input.js';
import { TwinningLoader } from './twinning.loader.js';
import { TwinningQueries } from './twinning.queries.js';
import { TwinningConnection, TwinningsArgs, TwinningType } from './twinning.type.js';

@Resolver(() => TwinningType)
export class TwinningQueryResolver {
  constructor(
    private readonly twinningQueries: TwinningQueries,
    private readonly twinningLoader: TwinningLoader,
    private readonly feeds: TwinningFeeds,
  ) {}

  @Public()
  @Query(() => TwinningType, { nullable: true })
  twinning(@Args('id', { type: () => ID }) id: string, @CurrentLoaders() loaders: Loaders): Promise<Twinning | null> {
    return loaders.by(this.twinningLoader).load(id);
  }

  @Public()
  @Query(() => TwinningConnection, { description: 'Those that the viewer may know of, the newest proposals first.' })
  twinnings(@CurrentActor() actor: Actor, @Args() wish: TwinningsArgs): Promise<Connection<Twinning>> {
    return this.twinningQueries.page(actor, wish);
  }

  @Public()
  @Subscription(() => TwinningType, { description: 'The twinning each time that something happens to it or in it.' })
  twinningChanged(
    @CurrentActor() actor: Actor,
    @Args('twinningId', { type: () => ID }) twinningId: string,
  ): Promise<LiveFeed<Twinning>> {
    return this.feeds.of(actor, twinningId);
  }
}

@Resolver(() => TwinningType)
export class TwinningResolver {
  constructor(
    private readonly proposals: ProposeTwinning,
    private readonly answers: AnswerTwinning,
    private readonly ends: EndTwinning,
  ) {}

  @SignedIn()
  @Mutation(() => TwinningType, { description: 'A focal point of the learner city asks a mentor.' })
  proposeTwinning(@CurrentActor() actor: Actor, @Args('input') input: ProposeTwinningInput): Promise<Twinning> {
    return this.proposals.propose(actor, input);
  }

  @SignedIn()
  @Mutation(() => TwinningType, {
    description: 'A focal point of the mentor city accepts, which opens the private group, or declines.',
  })
  answerTwinning(@CurrentActor() actor: Actor, @Args('input') input: AnswerTwinningInput): Promise<Twinning> {
    return this.answers.answer(actor, input);
  }

  @SignedIn()
  @Mutation(() => TwinningType, { description: 'A focal point of the learner city takes its proposal back.' })
  withdrawTwinning(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Twinning> {
    return this.answers.withdraw(actor, id);
  }

  @SignedIn()
  @Mutation(() => TwinningType, { description: 'A focal point of either city ends an active twinning.' })
  endTwinning(@CurrentActor() actor: Actor, @Args('input') input: EndTwinningInput): Promise<Twinning> {
    return this.ends.end(actor, input);
  }
}
