import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, NodeInterface, OfViewer } from '#platform/graphql';
import {
  OneSidedRankingType,
  RoundCertificateType,
  RoundComparisonType,
  RoundMatchType,
  RoundRankingType,
  UnmatchedType,
} from './round-parts.type.js';
import { RoundAim, RoundStatus } from './round.entity.js';
import './round-words.js';

const oncePublished = 'For organisers once it is computed, for everybody once it is published';

@ObjectType('MatchingRoundViewerState', { description: 'What the viewer may do with the round as it stands.' })
export class RoundViewerStateType {
  @Field(() => [ID], { description: 'The cities for which the viewer may rank now.' })
  canRankFor!: string[];

  @Field({ description: 'Take rankings from a file.' })
  canImport!: boolean;

  @Field()
  canCompute!: boolean;

  @Field()
  canPublish!: boolean;

  @Field()
  canDiscardResult!: boolean;

  @Field()
  canCancel!: boolean;
}

@ObjectType('MatchingRound', {
  implements: () => [NodeInterface],
  description:
    'A cohort: cities rank each other, a matching is computed, an organiser reviews and publishes it, and anyone can check it. ' +
    'The round and its seed are public from the start. Each city sees its own rankings, organisers see all; once the round is ' +
    'published, rankings, result and certificate are public.',
})
export class MatchingRoundType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  name!: string;

  @Field(() => RoundAim)
  aim!: RoundAim;

  @Field(() => RoundStatus)
  status!: RoundStatus;

  @Field(() => DateTime)
  closesAt!: Date;

  @Field({ description: 'Breaks ties; announced before anybody ranks.' })
  seed!: string;

  @Field(() => Int, { description: 'How many cities have ranked mentors.' })
  learnerCount!: number;

  @Field(() => Int, { description: 'How many cities have ranked learners.' })
  mentorCount!: number;

  @Field(() => [RoundMatchType], { description: `${oncePublished}; empty before.` })
  @OfViewer()
  matches!: RoundMatchType[];

  @Field(() => [UnmatchedType], {
    description: `Who is left out, on both sides, and why. ${oncePublished}; empty before.`,
  })
  @OfViewer()
  unmatched!: UnmatchedType[];

  @Field(() => [RoundMatchType], {
    description: `Pairs that would both rather have each other: none, or the matching is not stable. ${oncePublished}.`,
  })
  @OfViewer()
  blockingPairs!: RoundMatchType[];

  @Field(() => [RoundComparisonType], {
    description: `What each of the three aims makes of the round. ${oncePublished}; empty before.`,
  })
  @OfViewer()
  comparison!: RoundComparisonType[];

  @Field(() => [RoundRankingType], {
    description: 'Those that the viewer may see: of their own cities; all for organisers, and once it is published.',
  })
  @OfViewer()
  rankings!: RoundRankingType[];

  @Field(() => [OneSidedRankingType], {
    description: 'For organisers at every stage, for everybody once it is published; empty before.',
  })
  @OfViewer()
  oneSidedRankings!: OneSidedRankingType[];

  @Field(() => DateTime, { nullable: true })
  computedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => RoundCertificateType, { nullable: true, description: `${oncePublished}; null before.` })
  @OfViewer()
  certificate!: RoundCertificateType | null;

  @Field(() => RoundViewerStateType, { nullable: true, description: 'Null to people who are not signed in.' })
  @OfViewer()
  viewer!: RoundViewerStateType | null;
}

export const [MatchingRoundConnection, MatchingRoundEdge] = connectionOf('MatchingRound', () => MatchingRoundType);

@ObjectType('ImportedRankings')
export class ImportedRankingsType {
  @Field(() => MatchingRoundType)
  round!: MatchingRoundType;

  @Field(() => Int, { description: 'How many rankings the file held, of a city on one side each.' })
  rankings!: number;
}
