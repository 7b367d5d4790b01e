import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CityType, Theme } from '#cities';
import { DateTime, JsonScalar } from '#platform/graphql';
import { TwinningType } from '../twinning.type.js';
import { RoundAim, RoundSide } from './round.entity.js';
import './round-words.js';

@ObjectType('RoundCertificate', {
  description:
    'What it takes to run the round again and get the same pairs; `document` holds rankings, places, seed, result, as JSON. `npm run gemina -- verify-round FILE` checks it offline.',
})
export class RoundCertificateType {
  @Field()
  algorithm!: string;

  @Field()
  seed!: string;

  @Field({ description: 'SHA-256, in hex, of the canonical JSON of `document.instance`.' })
  inputHash!: string;

  @Field(() => JsonScalar)
  document!: unknown;
}

@ObjectType('RoundMatch')
export class RoundMatchType {
  @Field(() => CityType)
  learner!: CityType;

  @Field(() => CityType)
  mentor!: CityType;

  @Field(() => Theme, { nullable: true, description: 'Null where the mentor has one pool of places for all themes.' })
  theme!: Theme | null;

  @Field(() => Int, { nullable: true, description: '1 = first choice; null where the city did not rank it.' })
  learnerRank!: number | null;

  @Field(() => Int, { nullable: true })
  mentorRank!: number | null;

  @Field(() => TwinningType, { nullable: true, description: 'What a published pair has become.' })
  twinning!: TwinningType | null;
}

@ObjectType('Unmatched')
export class UnmatchedType {
  @Field(() => CityType)
  city!: CityType;

  @Field(() => RoundSide, { description: 'LEARNER: it has no mentor. MENTOR: it has nobody to mentor.' })
  side!: RoundSide;

  @Field({ description: 'Looked up in the round, in the language of the reader.' })
  reason!: string;
}

@ObjectType('RoundRankCount')
export class RoundRankCountType {
  @Field(() => Int, { description: '1 = first choice.' })
  rank!: number;

  @Field(() => Int)
  count!: number;
}

@ObjectType('RoundComparison', { description: 'What one aim makes of the same rankings and places.' })
export class RoundComparisonType {
  @Field(() => RoundAim)
  aim!: RoundAim;

  @Field({ description: "Whether it is the round's own aim, and so what is published." })
  chosen!: boolean;

  @Field(() => Int)
  pairs!: number;

  @Field(() => [RoundRankCountType], { description: 'How many learners got their first, second, … choice.' })
  learnerRanks!: RoundRankCountType[];

  @Field(() => [RoundRankCountType], { description: 'The same for the mentors, over their places.' })
  mentorRanks!: RoundRankCountType[];

  @Field(() => [CityType], { description: 'The learners that it leaves without a mentor.' })
  unmatched!: CityType[];

  @Field(() => Int, { description: 'Pairs that would both rather have each other.' })
  blockingPairs!: number;
}

@ObjectType('RoundRanking', { description: 'Whom a city ranks on one side.' })
export class RoundRankingType {
  @Field(() => CityType)
  city!: CityType;

  @Field(() => RoundSide)
  side!: RoundSide;

  @Field(() => [[ID]], { description: 'Best first; an inner list is a tie.' })
  ranking!: string[][];

  @Field(() => DateTime)
  rankedAt!: Date;
}

@ObjectType('OneSidedRanking', { description: 'A city ranks another that does not rank it: no pair can come of it.' })
export class OneSidedRankingType {
  @Field(() => CityType)
  city!: CityType;

  @Field(() => RoundSide, { description: 'The side of the city that ranks.' })
  side!: RoundSide;

  @Field(() => [CityType], { description: 'Those who do not rank it in return.' })
  unanswered!: CityType[];
}

@ObjectType('RoundShift', { description: 'What would change for one learner.' })
export class RoundShiftType {
  @Field(() => CityType)
  city!: CityType;

  @Field(() => CityType, { nullable: true })
  from!: CityType | null;

  @Field(() => Int, { nullable: true })
  fromRank!: number | null;

  @Field(() => CityType, { nullable: true })
  to!: CityType | null;

  @Field(() => Int, { nullable: true })
  toRank!: number | null;
}

@ObjectType('RoundWhatIf', { description: 'The round computed with other places at one mentor; nothing is kept.' })
export class RoundWhatIfType {
  @Field(() => CityType)
  mentor!: CityType;

  @Field(() => Int)
  placesNow!: number;

  @Field(() => Int)
  places!: number;

  @Field(() => Int)
  pairsNow!: number;

  @Field(() => Int)
  pairs!: number;

  @Field(() => [RoundShiftType], { description: 'Learners that would get a mentor, or one that they rank higher.' })
  gains!: RoundShiftType[];

  @Field(() => [RoundShiftType], { description: 'Learners that would lose theirs, or get one that they rank lower.' })
  losses!: RoundShiftType[];
}
