import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Markdown, NodeInterface } from '#platform/graphql';
import { ConflictKind, SessionKindEnum } from './meetings.enums.js';
import { type SessionKind } from './session-kind.js';

@ObjectType('Room', { implements: () => [NodeInterface] })
export class RoomType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  name!: string;

  @Field(() => Int, { nullable: true })
  capacity!: number | null;

  @Field(() => [String], { description: 'Step-free access, induction loop, interpretation booth, …' })
  features!: string[];
}

@ObjectType('AgendaSession', { implements: () => [NodeInterface] })
export class AgendaSessionType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  title!: string;

  @Field(() => SessionKindEnum)
  kind!: SessionKind;

  @Field(() => DateTime, { nullable: true })
  startsAt!: Date | null;

  @Field(() => Int)
  minutes!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Set while the meeting runs; the forecast moves with how late it runs.',
  })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  finishedAt!: Date | null;

  @Field()
  pinned!: boolean;

  @Field(() => [String], { description: 'Speakers who have no account, as the programme names them.' })
  speakerNames!: string[];

  @Field(() => [String], { description: 'Moderators who have no account, as the programme names them.' })
  moderatorNames!: string[];

  @Field(() => Markdown, { nullable: true })
  about!: string | null;

  @Field(() => [String])
  questions!: string[];

  @Field(() => String, { nullable: true, description: 'Sessions with the same one run side by side.' })
  parallelSet!: string | null;

  @Field(() => Int, { nullable: true })
  capacity!: number | null;

  @Field(() => [String], { description: 'Features that its room must have.' })
  needs!: string[];

  @Field(() => Markdown, { nullable: true })
  notes!: string | null;
}

@ObjectType('AgendaConflict')
export class AgendaConflictType {
  @Field(() => ConflictKind)
  kind!: ConflictKind;

  @Field(() => [AgendaSessionType])
  sessions!: AgendaSessionType[];
}

@ObjectType('Agenda')
export class AgendaType {
  @Field(() => Int, {
    description:
      'Of the published version that it is; of the one that publishing it would make where `published` is false.',
  })
  version!: number;

  @Field()
  published!: boolean;

  @Field(() => [AgendaSessionType])
  sessions!: AgendaSessionType[];

  @Field(() => [AgendaConflictType], {
    description: 'What does not fit, for those who plan it; none for everyone else.',
  })
  conflicts!: AgendaConflictType[];
}

@ObjectType('AgendaVersion')
export class AgendaVersionType {
  @Field(() => Int)
  version!: number;

  @Field(() => DateTime)
  publishedAt!: Date;
}
