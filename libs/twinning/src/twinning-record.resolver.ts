import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityLoader, CityType } from '#cities';
import { type Actor, CurrentActor, SignedIn } from '#platform/access';
import { CurrentLoaders, type Loaders } from '#platform/graphql';
import { TwinningRecord } from './twinning-record.service.js';
import { EvaluationType } from './twinning-record.type.js';
import { type Twinning } from './twinning.entity.js';
import { AddMilestoneInput, EvaluateTwinningInput, LogExchangeInput } from './twinning.input.js';
import { TwinningType } from './twinning.type.js';

@Resolver(() => EvaluationType)
export class TwinningRecordResolver {
  constructor(
    private readonly record: TwinningRecord,
    private readonly cityLoader: CityLoader,
  ) {}

  @SignedIn()
  @Mutation(() => TwinningType)
  addMilestone(@CurrentActor() actor: Actor, @Args('input') input: AddMilestoneInput): Promise<Twinning> {
    return this.record.addMilestone(actor, input);
  }

  @SignedIn()
  @Mutation(() => TwinningType)
  completeMilestone(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Twinning> {
    return this.record.completeMilestone(actor, id);
  }

  @SignedIn()
  @Mutation(() => TwinningType, { description: 'An exchange that was held or is planned.' })
  logExchange(@CurrentActor() actor: Actor, @Args('input') input: LogExchangeInput): Promise<Twinning> {
    return this.record.logExchange(actor, input);
  }

  @SignedIn()
  @Mutation(() => TwinningType)
  evaluateTwinning(@CurrentActor() actor: Actor, @Args('input') input: EvaluateTwinningInput): Promise<Twinning> {
    return this.record.evaluate(actor, input);
  }

  @ResolveField(() => CityType)
  by(@Parent() { cityId }: EvaluationType, @CurrentLoaders() loaders: Loaders): Promise<City | null> {
    return loaders.by(this.cityLoader).load(cityId);
  }
}
