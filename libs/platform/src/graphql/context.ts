import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '#platform/access';
import type { Loaders } from './batch-loader.js';

/** What resolvers get, over HTTP and WebSocket alike. */
export interface GraphqlContext {
  actor: Actor;
  loaders: Loaders;
  /** The languages that the request wishes for, best first; a signed-in person's own locale comes before them. */
  locale: string;
  /** Address of the one who asks, for rate limits. */
  ip: string;
  requestId: string;
  /** Sets or clears the session cookie; does nothing over WebSocket, where no header can be sent. */
  setSessionCookie(token: string | null, expiresAt?: Date): void;
}

export const contextOf = (context: ExecutionContext): GraphqlContext =>
  GqlExecutionContext.create(context).getContext<GraphqlContext>();

/** The {@link Loaders} of the operation. */
export const CurrentLoaders = createParamDecorator(
  (_: unknown, context: ExecutionContext) => contextOf(context).loaders,
);

/** The locale to answer in: the person's own, else the request's best. */
export const CurrentLocale = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context).locale);

/** The whole {@link GraphqlContext}, for the few that set cookies or need the address. */
export const CurrentContext = createParamDecorator((_: unknown, context: ExecutionContext) => contextOf(context));
