import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import pino from 'pino';
import { Config } from '#platform/config';

/** JSON lines on standard error, each with its request's id. Addresses of pages are logged without their queries, which hold tokens. */
export const loggingModule = LoggerModule.forRootAsync({
  inject: [Config],
  useFactory: (config: Config) => ({
    pinoHttp: {
      level: config.logLevel,
      stream: pino.destination(2),
      genReqId: (request: IncomingMessage) => requestId(request.headers['x-request-id']),
      autoLogging: { ignore: (request: IncomingMessage) => /^\/(health|metrics|assets)/.test(request.url ?? '') },
      redact: {
        paths: ['req.headers', 'res.headers', '*.password', '*.token', '*.secret', '*.authorization', '*.cookie'],
        remove: true,
      },
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      customProps: () => ({ pid: process.pid }),
    },
  }),
});

/** A caller's own id is kept where it is harmless, so that one request can be followed through several systems. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
