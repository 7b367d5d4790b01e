import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityLoader, CityType } from '#cities';
import { GroupLoader, GroupType } from '#discussions';
import { type Person, PersonLoader, PersonType } from '#people';
import { type Actor, CurrentActor } from '#platform/access';
import { CurrentLoaders, type Loaders, Markdown } from '#platform/graphql';
import { Clock } from '#platform/time';
import { healthOf, TwinningHealth } from './twinning-health.js';
import { type Evaluation, type Exchange, type Milestone } from './twinning-record.entity.js';
import {
  EvaluationsOfTwinningLoader,
  ExchangesOfTwinningLoader,
  MilestonesOfTwinningLoader,
} from './twinning-record.loader.js';
import { EvaluationType, ExchangeType, MilestoneType } from './twinning-record.type.js';
import { type Twinning } from './twinning.entity.js';
import { twinningPolicy, viewerState } from './twinning.policy.js';
import { TwinningType, TwinningViewerStateType } from './twinning.type.js';

/** Which cities and people stand behind a twinning. */
@Resolver(() => TwinningType)
export class TwinningPartiesFields {
  constructor(
    private readonly cityLoader: CityLoader,
    private readonly personLoader: PersonLoader,
    private readonly groupLoader: GroupLoader,
  ) {}

  @ResolveField(() => CityType)
  mentor(@Parent() { mentorId }: Twinning, @CurrentLoaders() loaders: Loaders): Promise<City | null> {
    return loaders.by(this.cityLoader).load(mentorId);
  }

  @ResolveField(() => CityType)
  learner(@Parent() { learnerId }: Twinning, @CurrentLoaders() loaders: Loaders): Promise<City | null> {
    return loaders.by(this.cityLoader).load(learnerId);
  }

  @ResolveField(() => PersonType, { nullable: true })
  async proposedBy(
    @Parent() twinning: Twinning,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Person | null> {
    const personId = insideOnly(actor, twinning, twinning.proposedById);
    return personId === null ? null : loaders.by(this.personLoader).load(personId);
  }

  @ResolveField(() => GroupType, { nullable: true })
  async group(@Parent() { groupId }: Twinning, @CurrentLoaders() loaders: Loaders): Promise<GroupType | null> {
    return groupId === null ? null : loaders.by(this.groupLoader).load(groupId);
  }
}

/** What the two cities wrote to each other and keep about their twinning. */
@Resolver(() => TwinningType)
export class TwinningInsideFields {
  constructor(
    private readonly clock: Clock,
    private readonly milestoneLoader: MilestonesOfTwinningLoader,
    private readonly exchangeLoader: ExchangesOfTwinningLoader,
    private readonly evaluationLoader: EvaluationsOfTwinningLoader,
  ) {}

  @ResolveField(() => Markdown, { nullable: true })
  message(@Parent() twinning: Twinning, @CurrentActor() actor: Actor): string | null {
    return insideOnly(actor, twinning, twinning.message);
  }

  @ResolveField(() => Markdown, { nullable: true })
  answer(@Parent() twinning: Twinning, @CurrentActor() actor: Actor): string | null {
    return insideOnly(actor, twinning, twinning.answer);
  }

  @ResolveField(() => Markdown, { nullable: true })
  endReason(@Parent() twinning: Twinning, @CurrentActor() actor: Actor): string | null {
    return insideOnly(actor, twinning, twinning.endReason);
  }

  @ResolveField(() => [MilestoneType])
  milestones(@Parent() { id }: Twinning, @CurrentLoaders() loaders: Loaders): Promise<Milestone[] | null> {
    return loaders.by(this.milestoneLoader).load(id);
  }

  @ResolveField(() => [ExchangeType])
  exchanges(@Parent() { id }: Twinning, @CurrentLoaders() loaders: Loaders): Promise<Exchange[] | null> {
    return loaders.by(this.exchangeLoader).load(id);
  }

  @ResolveField(() => [EvaluationType])
  evaluations(@Parent() { id }: Twinning, @CurrentLoaders() loaders: Loaders): Promise<Evaluation[] | null> {
    return loaders.by(this.evaluationLoader).load(id);
  }

  @ResolveField(() => TwinningHealth)
  health(@Parent() twinning: Twinning): TwinningHealth {
    return healthOf(twinning, this.clock.now());
  }

  @ResolveField(() => TwinningViewerStateType, { nullable: true })
  async viewer(
    @Parent() twinning: Twinning,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<TwinningViewerStateType | null> {
    if (!actor.signedIn) return null;
    const evaluations = await loaders.by(this.evaluationLoader).load(twinning.id);
    return viewerState(
      actor,
      twinning,
      (evaluations ?? []).map(({ cityId }) => cityId),
    );
  }
}

const insideOnly = (actor: Actor, twinning: Twinning, text: string | null): string | null =>
  twinningPolicy.seeInside(actor, twinning) ? text : null;
