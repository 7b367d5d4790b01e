import { randomUUID } from 'node:crypto';
import { BadRequestException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal } from '#platform/refusals';

type Report = (error: unknown, reference: string) => void;

const clientCodes: Record<string, string> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  QUERY_TOO_COMPLEX: 'QUERY_TOO_COMPLEX',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

/**
 * What a client sees of an error: a refusal's words, code and facts; of anything else only a reference, under which
 * `report` has logged it. The same over HTTP and WebSocket.
 */
export function shapeError(formatted: GraphQLFormattedError, error: unknown, report: Report): GraphQLFormattedError {
  const cause = original(error);
  const where = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (cause instanceof Refusal) return { message: cause.message, ...where, extensions: factsOf(cause) };
  if (cause instanceof BadRequestException)
    return { message: cause.message, ...where, extensions: { code: 'BAD_USER_INPUT' } };
  const code = formatted.extensions?.['code'];
  const known = typeof code === 'string' ? clientCodes[code] : undefined;
  if (known) return { message: formatted.message, ...where, extensions: { code: known } };
  if (error instanceof GraphQLError && cause instanceof GraphQLError && !error.path) {
    return { message: formatted.message, ...where, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const reference = randomUUID();
  report(cause ?? error, reference);
  return {
    message: `Something went wrong on our side. If it happens again, tell us this reference: ${reference}`,
    ...where,
    extensions: { code: 'INTERNAL', reference },
  };
}

function original(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** A refusal's own fields, which are all meant for the client. */
function factsOf(refusal: Refusal): Record<string, unknown> {
  const { name: _name, stack: _stack, message: _message, ...facts } = { ...refusal } as Record<string, unknown>;
  return { ...facts, code: refusal.code };
}
