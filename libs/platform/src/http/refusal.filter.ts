import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { RateLimited, Refusal, type RefusalCode } from '#platform/refusals';

const statusOf: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  PAYLOAD_TOO_LARGE: 413,
  EXPIRED: 410,
  CAPACITY_REACHED: 409,
  INVALID_TRANSITION: 409,
  QUERY_TOO_COMPLEX: 400,
  INTERNAL: 500,
};

/** Answers refusals on HTTP routes with their status, words and code. GraphQL shapes its own errors. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<'graphql' | 'http'>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof Refusal) {
      if (error instanceof RateLimited) void reply.header('retry-after', error.retryAfterSeconds);
      return reply
        .status(statusOf[error.code])
        .send({ error: { code: error.code, message: error.message, ...(error.field ? { field: error.field } : {}) } });
    }
    if (error instanceof HttpException) {
      return reply
        .status(error.getStatus())
        .send({ error: { code: codeOf(error.getStatus()), message: error.message } });
    }
    const { statusCode, message } = error as { statusCode?: number; message: string };
    if (statusCode && statusCode >= 400 && statusCode < 500) {
      return reply.status(statusCode).send({ error: { code: codeOf(statusCode), message } });
    }
    const reference = randomUUID();
    this.logger.error({ err: error as Error, reference }, 'a request failed');
    return reply
      .status(500)
      .send({ error: { code: 'INTERNAL', message: `Something went wrong on our side. Reference: ${reference}` } });
  }
}

function codeOf(status: number): RefusalCode {
  const known = (Object.keys(statusOf) as RefusalCode[]).find((code) => statusOf[code] === status);
  return known ?? 'BAD_USER_INPUT';
}
