import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql } from 'graphql';
import { Door } from '#platform/access';
import { ContextMaker } from '#platform/graphql';

/* What comes back has the shape that the document asks for. */
export type Answered = Record<string, { id: string } & Record<string, unknown>>;

/** Asks the API as a person, with all its checks, without a network between: the demo does nothing that a user could not. */
export async function apiAs(
  app: INestApplicationContext,
  personId: string,
  source: string,
  variableValues: object = {},
): Promise<Answered> {
  const actor = await app.get(Door, { strict: false }).actorOf(personId);
  if (!actor) throw new Error(`Nobody has the id ${personId}.`);
  const contextValue = app.get(ContextMaker, { strict: false }).of(actor, {
    ip: '127.0.0.1',
    requestId: randomUUID(),
    locale: actor.locale ?? 'en',
    setSessionCookie: () => undefined,
  });
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues: { ...variableValues } });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return data as Answered;
}
