import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  connectionOf,
  DateTime,
  EmailAddress,
  Locale,
  Markdown,
  NodeInterface,
  OfViewer,
  TimeZone,
  Url,
} from '#platform/graphql';
import type { PlatformRole } from '#platform/access';

/** The contract's PlatformRole, as GraphQL names it. */
export const PlatformRoleEnum = { ADMIN: 'ADMIN', ORGANISER: 'ORGANISER', MODERATOR: 'MODERATOR' } as const;
registerEnumType(PlatformRoleEnum, { name: 'PlatformRole' });

@ObjectType('Person', { implements: () => [NodeInterface] })
export class PersonType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  name!: string;

  @OfViewer()
  @Field(() => EmailAddress, {
    nullable: true,
    description:
      "Seen by the person, by platform administrators and by the focal points of the person's bodies; null to others.",
  })
  email!: string | null;

  @Field(() => Markdown, { nullable: true })
  bio!: string | null;

  @Field(() => Url, { nullable: true })
  avatarUrl!: string | null;

  @Field(() => Locale)
  locale!: string;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => [PlatformRoleEnum])
  roles!: PlatformRole[];

  @Field(() => DateTime)
  joinedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the account was erased: what remains is a name that stands for nobody.',
  })
  erasedAt!: Date | null;
}

export const [PersonConnection, PersonEdge] = connectionOf('Person', () => PersonType);
