import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, NodeInterface } from '#platform/graphql';
import { PersonType } from '../person/person.type.js';

@ObjectType('Session')
export class SessionType {
  @Field({ description: 'Told once, now. Goes into `Authorization: Bearer …`; a browser also gets it as a cookie.' })
  token!: string;

  @Field(() => DateTime, { description: 'Moves on while the session is used.' })
  expiresAt!: Date;

  @Field(() => PersonType)
  viewer!: PersonType;
}

@ObjectType('AccessToken', { implements: () => [NodeInterface] })
export class AccessTokenType extends NodeInterface {
  @Field(() => ID)
  declare id: string;

  @Field()
  name!: string;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Shown once, when it is made.' })
  secret?: string;
}
