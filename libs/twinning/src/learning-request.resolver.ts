import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityLoader, CityType } from '#cities';
import { type Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { CurrentLoaders, CurrentLocale, type Loaders } from '#platform/graphql';
import { Language } from '#platform/language';
import { type LearningRequest } from './learning-request.entity.js';
import { LearningRequestLoader } from './learning-request.loader.js';
import {
  LearningRequestType,
  MatchFactorType,
  MentorSuggestionType,
  SuggestionsArgs,
} from './learning-request.type.js';
import { LearningRequests } from './learning-requests.service.js';
import { type MentorSuggestion, MentorSuggestions } from './mentor-suggestions.js';
import { RequestLearningInput } from './request-learning.input.js';
import { sayReason, saySummary } from './suggestion-words.js';

@Resolver(() => LearningRequestType)
export class LearningRequestResolver {
  constructor(
    private readonly requests: LearningRequests,
    private readonly suggested: MentorSuggestions,
    private readonly requestLoader: LearningRequestLoader,
    private readonly cityLoader: CityLoader,
  ) {}

  @Public()
  @Query(() => LearningRequestType, { nullable: true })
  learningRequest(
    @Args('id', { type: () => ID }) id: string,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<LearningRequest | null> {
    return loaders.by(this.requestLoader).load(id);
  }

  @SignedIn()
  @Mutation(() => LearningRequestType)
  requestLearning(@CurrentActor() actor: Actor, @Args('input') input: RequestLearningInput): Promise<LearningRequest> {
    return this.requests.open(actor, input);
  }

  @SignedIn()
  @Mutation(() => LearningRequestType, { description: 'Proposals already made stay with their mentors.' })
  closeLearningRequest(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<LearningRequest> {
    return this.requests.close(actor, id);
  }

  @ResolveField(() => CityType)
  city(@Parent() { cityId }: LearningRequestType, @CurrentLoaders() loaders: Loaders): Promise<City | null> {
    return loaders.by(this.cityLoader).load(cityId);
  }

  @ResolveField(() => [MentorSuggestionType], { description: 'The mentors that fit best, with the reasons.' })
  suggestions(
    @Parent() request: LearningRequest,
    @Args() { first }: SuggestionsArgs,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<MentorSuggestion[]> {
    return this.suggested.of(request, first, loaders);
  }
}

@Resolver(() => MentorSuggestionType)
export class MentorSuggestionFields {
  constructor(
    private readonly cityLoader: CityLoader,
    private readonly language: Language,
  ) {}

  @ResolveField(() => CityType)
  mentor(@Parent() { mentorId }: MentorSuggestionType, @CurrentLoaders() loaders: Loaders): Promise<City | null> {
    return loaders.by(this.cityLoader).load(mentorId);
  }

  @ResolveField(() => String)
  summary(@Parent() { summary }: MentorSuggestionType, @CurrentLocale() locale: string): string {
    return saySummary(this.language, locale, summary);
  }
}

@Resolver(() => MatchFactorType)
export class MatchFactorFields {
  constructor(private readonly language: Language) {}

  @ResolveField(() => String)
  reason(@Parent() { reason }: MatchFactorType, @CurrentLocale() locale: string): string {
    return sayReason(this.language, locale, reason);
  }
}
