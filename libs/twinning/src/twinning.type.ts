import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { CityType, Theme } from '#cities';
import { GroupType } from '#discussions';
import { PersonType } from '#people';
import { connectionOf, DateTime, Markdown, NodeInterface, OfViewer, PageArgs } from '#platform/graphql';
import { EvaluationType, ExchangeType, MilestoneType } from './twinning-record.type.js';
import { TwinningHealth } from './twinning-health.js';
import { TwinningStatus } from './twinning.entity.js';
import './twinning-words.js';

const forTheTwo = 'For the people of both cities and organisers';

@ObjectType('TwinningViewerState', { description: 'What the viewer may do with the twinning as it stands.' })
export class TwinningViewerStateType {
  @Field()
  canAnswer!: boolean;

  @Field()
  canWithdraw!: boolean;

  @Field()
  canEnd!: boolean;

  @Field({ description: 'Add and complete milestones, and log exchanges.' })
  canRecord!: boolean;

  @Field(() => [ID], { description: 'The cities for which the viewer may write the evaluation that is still missing.' })
  canEvaluateFor!: string[];
}

@ObjectType('Twinning', {
  implements: () => [NodeInterface],
  description:
    'A mentor and a learner city. Once it has started it is public; before that, and where it came to nothing, it is ' +
    'known to the people of both cities and to organisers only.',
})
export class TwinningType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field(() => CityType)
  mentor!: CityType;

  @Field(() => CityType)
  learner!: CityType;

  @Field(() => [Theme])
  themes!: Theme[];

  @Field(() => Markdown, { description: 'What the learner wants to reach, from its public learning request.' })
  goal!: string;

  @Field(() => TwinningStatus)
  status!: TwinningStatus;

  @Field(() => PersonType, { nullable: true, description: `${forTheTwo}; null to others.` })
  @OfViewer()
  proposedBy!: PersonType | null;

  @Field(() => DateTime)
  proposedAt!: Date;

  @Field(() => DateTime, { description: 'A proposal that is not answered by then expires.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Also of a proposal that came to nothing.' })
  endedAt!: Date | null;

  @Field(() => Markdown, {
    nullable: true,
    description: `What the learner wrote with the proposal. ${forTheTwo}; null to others.`,
  })
  @OfViewer()
  message!: string | null;

  @Field(() => Markdown, {
    nullable: true,
    description: `What the mentor answered. ${forTheTwo}; null to others.`,
  })
  @OfViewer()
  answer!: string | null;

  @Field(() => Markdown, {
    nullable: true,
    description: `Why it was ended. ${forTheTwo}; null to others.`,
  })
  @OfViewer()
  endReason!: string | null;

  @Field(() => [MilestoneType], { description: `${forTheTwo}; empty to others.` })
  @OfViewer()
  milestones!: MilestoneType[];

  @Field(() => [ExchangeType], { description: `${forTheTwo}; empty to others.` })
  @OfViewer()
  exchanges!: ExchangeType[];

  @Field(() => GroupType, {
    nullable: true,
    description:
      "The twinning's own private group, with its threads and its e-mail address; null until it is active, and to people who are not in it.",
  })
  @OfViewer()
  group!: GroupType | null;

  @Field(() => [EvaluationType], { description: `${forTheTwo}; empty to others.` })
  @OfViewer()
  evaluations!: EvaluationType[];

  @Field(() => TwinningHealth)
  health!: TwinningHealth;

  @Field(() => TwinningViewerStateType, {
    nullable: true,
    description: 'Null to people who are not signed in.',
  })
  @OfViewer()
  viewer!: TwinningViewerStateType | null;
}

export const [TwinningConnection, TwinningEdge] = connectionOf('Twinning', () => TwinningType);

@ArgsType()
export class TwinningsArgs extends PageArgs {
  @Field(() => [TwinningStatus], { nullable: true })
  status?: TwinningStatus[] | null;
}
