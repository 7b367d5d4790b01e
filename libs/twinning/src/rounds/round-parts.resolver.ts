import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type City, CityLoader, CityType } from '#cities';
import { CurrentLoaders, CurrentLocale, type Loaders } from '#platform/graphql';
import { type Twinning } from '../twinning.entity.js';
import { TwinningLoader } from '../twinning.loader.js';
import { TwinningType } from '../twinning.type.js';
import { type OneSided } from './one-sided.js';
import { type Comparison } from './round-comparison.js';
import { type PairOfRound } from './round-fields.resolver.js';
import { RoundOutcomes } from './round-outcomes.js';
import { type Shift, type WhatIf } from './round-what-if.js';
import { type RoundRanking } from './round.entity.js';
import { TwinningsOfRoundLoader } from './round.loader.js';
import {
  OneSidedRankingType,
  RoundComparisonType,
  RoundMatchType,
  RoundRankingType,
  RoundShiftType,
  RoundWhatIfType,
  UnmatchedType,
} from './round-parts.type.js';
import { type LeftOut } from './why-unmatched.js';

type MaybeCity = Promise<City | null>;
type Those = Promise<(City | Error | null)[]>;

@Resolver(() => RoundMatchType)
export class RoundMatchFields {
  constructor(
    private readonly cityLoader: CityLoader,
    private readonly twinningLoader: TwinningLoader,
    private readonly twinningsOfRound: TwinningsOfRoundLoader,
  ) {}

  @ResolveField(() => CityType)
  learner(@Parent() pair: PairOfRound, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return loaders.by(this.cityLoader).load(pair.learner);
  }

  @ResolveField(() => CityType)
  mentor(@Parent() pair: PairOfRound, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return loaders.by(this.cityLoader).load(pair.mentor);
  }

  @ResolveField(() => TwinningType, { nullable: true })
  async twinning(
    @Parent() { roundId, learner, mentor }: PairOfRound,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Twinning | null> {
    const begun = (await loaders.by(this.twinningsOfRound).load(roundId)) ?? [];
    const own = begun.find((pair) => pair.learnerId === learner && pair.mentorId === mentor);
    return own ? loaders.by(this.twinningLoader).load(own.twinningId) : null;
  }
}

@Resolver(() => UnmatchedType)
export class UnmatchedFields {
  constructor(
    private readonly cityLoader: CityLoader,
    private readonly outcomes: RoundOutcomes,
  ) {}

  @ResolveField(() => CityType)
  city(@Parent() { cityId }: LeftOut, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return loaders.by(this.cityLoader).load(cityId);
  }

  @ResolveField(() => String)
  async reason(
    @Parent() one: LeftOut,
    @CurrentLocale() locale: string,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<string> {
    const cities = await loaders.by(this.cityLoader).loadMany([one.cityId, ...one.cities]);
    const names = cities.flatMap((city) => (city && !(city instanceof Error) ? [[city.id, city.name] as const] : []));
    return this.outcomes.sayLeftOut(locale, one, new Map(names));
  }
}

@Resolver(() => RoundComparisonType)
export class RoundComparisonFields {
  constructor(private readonly cityLoader: CityLoader) {}

  @ResolveField(() => [CityType])
  unmatched(@Parent() { unmatchedIds }: Comparison, @CurrentLoaders() loaders: Loaders): Those {
    return loaders.by(this.cityLoader).loadMany(unmatchedIds);
  }
}

@Resolver(() => RoundRankingType)
export class RoundRankingCity {
  constructor(private readonly cityLoader: CityLoader) {}

  @ResolveField(() => CityType)
  city(@Parent() { cityId }: RoundRanking, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return loaders.by(this.cityLoader).load(cityId);
  }
}

@Resolver(() => OneSidedRankingType)
export class OneSidedRankingFields {
  constructor(private readonly cityLoader: CityLoader) {}

  @ResolveField(() => CityType)
  city(@Parent() { cityId }: OneSided, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return loaders.by(this.cityLoader).load(cityId);
  }

  @ResolveField(() => [CityType])
  unanswered(@Parent() { unansweredIds }: OneSided, @CurrentLoaders() loaders: Loaders): Those {
    return loaders.by(this.cityLoader).loadMany(unansweredIds);
  }
}

@Resolver(() => RoundWhatIfType)
export class RoundWhatIfFields {
  constructor(private readonly cityLoader: CityLoader) {}

  @ResolveField(() => CityType)
  mentor(@Parent() { mentorId }: WhatIf, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return loaders.by(this.cityLoader).load(mentorId);
  }
}

@Resolver(() => RoundShiftType)
export class RoundShiftFields {
  constructor(private readonly cityLoader: CityLoader) {}

  @ResolveField(() => CityType)
  city(@Parent() { cityId }: Shift, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return loaders.by(this.cityLoader).load(cityId);
  }

  @ResolveField(() => CityType, { nullable: true })
  async from(@Parent() { from }: Shift, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return from && loaders.by(this.cityLoader).load(from.mentor);
  }

  @ResolveField(() => CityType, { nullable: true })
  async to(@Parent() { to }: Shift, @CurrentLoaders() loaders: Loaders): MaybeCity {
    return to && loaders.by(this.cityLoader).load(to.mentor);
  }

  @ResolveField(() => Int, { nullable: true })
  fromRank(@Parent() { from }: Shift): number | null {
    return from?.learnerRank ?? null;
  }

  @ResolveField(() => Int, { nullable: true })
  toRank(@Parent() { to }: Shift): number | null {
    return to?.learnerRank ?? null;
  }
}
