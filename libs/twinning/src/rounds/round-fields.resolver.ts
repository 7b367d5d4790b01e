import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/access';
import { CurrentLoaders, CurrentLocale, type Loaders, OfViewer } from '#platform/graphql';
import { Clock } from '#platform/time';
import { type RoundPair } from './matching/index.js';
import { oneSided, type OneSided } from './one-sided.js';
import { type Comparison, compareAims } from './round-comparison.js';
import { certifiedRound, type RoundCertificate } from './round-certificate.js';
import { RoundExplanations } from './round-explanations.js';
import { type MatchingRound, type RoundRanking } from './round.entity.js';
import { RankingsOfRoundLoader, RoundResultLoader } from './round.loader.js';
import { roundPolicy, roundViewerState } from './round.policy.js';
import { type RoundResult } from './round.queries.js';
import {
  OneSidedRankingType,
  RoundCertificateType,
  RoundComparisonType,
  RoundMatchType,
  RoundRankingType,
  UnmatchedType,
} from './round-parts.type.js';
import { MatchingRoundType, RoundViewerStateType } from './round.type.js';
import { leftOut, type LeftOut } from './why-unmatched.js';

/** A pair and the round that it is of. */
export type PairOfRound = RoundPair & { roundId: string };

/** What has been computed of a round, for those who may see it. */
@Resolver(() => MatchingRoundType)
export class RoundResultFields {
  constructor(
    private readonly resultLoader: RoundResultLoader,
    private readonly explanations: RoundExplanations,
  ) {}

  @ResolveField(() => [RoundMatchType])
  async matches(
    @Parent() round: MatchingRound,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<PairOfRound[]> {
    const result = await this.visible(round, actor, loaders);
    return result ? pairsOf(round, certifiedRound(result.certificate).solution.pairs) : [];
  }

  @ResolveField(() => [UnmatchedType])
  async unmatched(
    @Parent() round: MatchingRound,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<LeftOut[]> {
    const result = await this.visible(round, actor, loaders);
    if (!result) return [];
    const { instance, solution } = certifiedRound(result.certificate);
    return leftOut(instance, solution.pairs);
  }

  @ResolveField(() => [RoundMatchType])
  async blockingPairs(
    @Parent() round: MatchingRound,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<PairOfRound[]> {
    const result = await this.visible(round, actor, loaders);
    return result ? pairsOf(round, certifiedRound(result.certificate).solution.blockingPairs) : [];
  }

  @ResolveField(() => [RoundComparisonType])
  async comparison(
    @Parent() round: MatchingRound,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Comparison[]> {
    const result = await this.visible(round, actor, loaders);
    return result ? compareAims(result.solutions, round.aim) : [];
  }

  @ResolveField(() => RoundCertificateType, { nullable: true })
  async certificate(
    @Parent() round: MatchingRound,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<RoundCertificate | null> {
    return (await this.visible(round, actor, loaders))?.certificate ?? null;
  }

  @ResolveField(() => String, {
    description:
      'Why this learner is not with this mentor, computed from the round: who stands before it, and what would change it.',
  })
  @OfViewer()
  async whyNot(
    @Parent() round: MatchingRound,
    @Args('learnerId', { type: () => ID }) learnerId: string,
    @Args('mentorId', { type: () => ID }) mentorId: string,
    @CurrentActor() actor: Actor,
    @CurrentLocale() locale: string,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<string> {
    const result = await this.visible(round, actor, loaders);
    return this.explanations.whyNot({ actor, locale }, round, result, { learnerId, mentorId });
  }

  private async visible(round: MatchingRound, actor: Actor, loaders: Loaders): Promise<RoundResult | null> {
    return roundPolicy.seeResult(actor, round) ? loaders.by(this.resultLoader).load(round.id) : null;
  }
}

/** Who ranks whom, for those who may see it. */
@Resolver(() => MatchingRoundType)
export class RoundRankingFields {
  constructor(
    private readonly clock: Clock,
    private readonly rankingLoader: RankingsOfRoundLoader,
  ) {}

  @ResolveField(() => [RoundRankingType])
  async rankings(
    @Parent() round: MatchingRound,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<RoundRanking[]> {
    const rankings = (await loaders.by(this.rankingLoader).load(round.id)) ?? [];
    return rankings.filter(({ cityId }) => roundPolicy.seeRankingsOf(actor, round, cityId));
  }

  @ResolveField(() => [OneSidedRankingType])
  async oneSidedRankings(
    @Parent() round: MatchingRound,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<OneSided[]> {
    if (!roundPolicy.seeResult(actor, round)) return [];
    return oneSided((await loaders.by(this.rankingLoader).load(round.id)) ?? []);
  }

  @ResolveField(() => RoundViewerStateType, { nullable: true })
  viewer(@Parent() round: MatchingRound, @CurrentActor() actor: Actor): RoundViewerStateType | null {
    return actor.signedIn ? roundViewerState(actor, round, this.clock.now()) : null;
  }
}

const pairsOf = ({ id }: MatchingRound, pairs: readonly RoundPair[]): PairOfRound[] =>
  pairs.map((pair) => ({ ...pair, roundId: id }));
