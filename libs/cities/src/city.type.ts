import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  connectionOf,
  CountryCode,
  LocalDate,
  Locale,
  Markdown,
  NodeInterface,
  OfViewer,
  Url,
} from '#platform/graphql';
import { CityKind, ClaimSubject, NetworkKind, OrganisationKind } from './city.enums.js';

@ObjectType('GeoPoint')
export class GeoPointType {
  @Field(() => Float)
  latitude!: number;

  @Field(() => Float)
  longitude!: number;
}

@ObjectType('Claim')
export class ClaimType {
  @Field(() => ClaimSubject)
  subject!: ClaimSubject;

  @Field()
  value!: string;

  @Field()
  source!: string;

  @Field(() => Url, { nullable: true })
  sourceUrl!: string | null;

  @Field(() => LocalDate, { nullable: true })
  publishedOn!: string | null;

  @Field({ description: 'The source speaks against it, such as a list that leaves the city out.' })
  denies!: boolean;

  @Field({ description: 'The city says so itself.' })
  ownWord!: boolean;
}

@ObjectType('City', { implements: () => [NodeInterface] })
export class CityType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => CityKind)
  kind!: CityKind;

  @Field(() => CountryCode)
  country!: string;

  @Field(() => Int, { nullable: true })
  population!: number | null;

  @Field(() => [Locale])
  languages!: string[];

  @Field(() => Url, { nullable: true })
  website!: string | null;

  @Field(() => Markdown, { nullable: true })
  about!: string | null;

  @Field({ description: 'Whether it has declared itself a human rights city, also where nobody says in which year.' })
  declared!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'The year in which the city declared itself a human rights city; null while it has not, or while nobody says when.',
  })
  declaredYear!: number | null;

  @Field(() => Int, { description: 'People whose membership is confirmed.' })
  memberCount!: number;

  @OfViewer()
  @Field({ description: 'Whether the one who asks may change this entry and add claims.' })
  viewerCanEdit!: boolean;

  @OfViewer()
  @Field({ description: 'Whether the one who asks may act for the city.' })
  viewerCanActFor!: boolean;
}

@ObjectType('Organisation', { implements: () => [NodeInterface] })
export class OrganisationType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => OrganisationKind)
  kind!: OrganisationKind;

  @Field(() => CountryCode, { nullable: true })
  country!: string | null;

  @Field(() => Url, { nullable: true })
  website!: string | null;

  @Field(() => Markdown, { nullable: true })
  about!: string | null;
}

@ObjectType('Network', {
  implements: () => [NodeInterface],
  description:
    'A network within the network: a national platform such as the Swedish one, or cities that share a theme.',
})
export class NetworkType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => NetworkKind)
  kind!: NetworkKind;

  @Field(() => Markdown, { nullable: true })
  about!: string | null;
}

export const [CityConnection, CityEdge] = connectionOf('City', () => CityType);
export const [OrganisationConnection, OrganisationEdge] = connectionOf('Organisation', () => OrganisationType);
export const [NetworkConnection, NetworkEdge] = connectionOf('Network', () => NetworkType);

/** A city or an organisation, told apart by what only a city has. */
export const Body = createUnionType({
  name: 'Body',
  types: () => [CityType, OrganisationType] as const,
  resolveType: (body: object) => ('population' in body ? CityType : OrganisationType),
});
