import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Markdown, NodeInterface } from '#platform/graphql';
import { SessionKindEnum } from './meetings.enums.js';
import { type SessionKind } from './session-kind.js';

@ObjectType('StandingItem', { implements: () => [NodeInterface] })
export class StandingItemType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  title!: string;

  @Field(() => SessionKindEnum)
  kind!: SessionKind;

  @Field(() => Int)
  minutes!: number;

  @Field(() => Markdown, { nullable: true })
  about!: string | null;
}

@ObjectType('MeetingSeries', {
  implements: () => [NodeInterface],
  description: 'Yearly meetings, and the agenda items that every one of them carries.',
})
export class MeetingSeriesType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => Markdown, { nullable: true })
  about!: string | null;
}
