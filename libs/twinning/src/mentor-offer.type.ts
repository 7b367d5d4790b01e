import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CityType, Theme } from '#cities';
import { Locale, Markdown, NodeInterface } from '#platform/graphql';
import { type OfferWithThemes } from './mentor-offer.queries.js';
import { ExchangeFormat } from './twinning-words.js';

@ObjectType('ThemePlaces')
export class ThemePlacesType {
  @Field(() => Theme)
  theme!: Theme;

  @Field(() => Int)
  places!: number;

  @Field(() => Int, { description: 'How many of them are taken.' })
  activeCount!: number;
}

@ObjectType('MentorOffer', { implements: () => [NodeInterface] })
export class MentorOfferType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field(() => CityType)
  city!: CityType;

  @Field(() => [ThemePlacesType], {
    description: 'A mentor may take two cities on housing and one on participation.',
  })
  places!: ThemePlacesType[];

  @Field(() => [Theme])
  themes!: Theme[];

  @Field(() => [Locale])
  languages!: string[];

  @Field(() => [ExchangeFormat])
  formats!: ExchangeFormat[];

  @Field(() => Int, { description: 'How many twinnings at once, over all themes.' })
  capacity!: number;

  @Field(() => Int)
  activeCount!: number;

  @Field(() => Markdown, { nullable: true })
  about!: string | null;

  @Field({ description: 'While it is not, the city is not suggested and takes no proposals; its twinnings go on.' })
  open!: boolean;

  readonly cityId!: string;
  readonly themePlaces!: OfferWithThemes['themePlaces'];
}
