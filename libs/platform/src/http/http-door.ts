import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Actor } from '#platform/access';
import { Config } from '#platform/config';
import { ContextMaker, limits } from '#platform/graphql';
import { RateLimits } from '#platform/limits';
import { mostFileBytes } from '#platform/storage';
import { requestId } from '#platform/telemetry';

/** Fastify with the limits of the HTTP door; a proxy on this machine may name the caller's address. */
export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: 'loopback',
    bodyLimit: limits.bodyBytes,
    connectionTimeout: 60_000,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 500 },
    genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
  });
}

/** Adds cookies, uploads, security headers, and who asks, to every route. */
export async function furnishHttp(app: NestFastifyApplication): Promise<void> {
  const secure = app.get(Config).publicUrl.startsWith('https:');
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: mostFileBytes, files: 1, fields: 5, parts: 6, headerPairs: 20 },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  knowWhoAsks(app);
}

/** Puts the actor on the request of every route but /graphql, which builds its own context by the same door. */
function knowWhoAsks(app: NestFastifyApplication): void {
  const contexts = app.get(ContextMaker);
  const rates = app.get(RateLimits);
  const open = /^\/(graphql|health|metrics|assets)(\/|\?|$)/;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preHandler', async (request) => {
      void Object.assign(request, { actor: Actor.nobody });
      if (open.test(request.url)) return;
      await rates.takeRequest(request.ip);
      const { authorization, cookie: shown, origin } = request.headers;
      if (request.method !== 'GET') contexts.requireOwnOrigin(origin, shown, authorization);
      Object.assign(request, { actor: await contexts.door.enter({ authorization, cookie: shown }) });
    });
}
