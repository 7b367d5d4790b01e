import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  print,
} from 'graphql';
import type { Context as WsContext, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { PinoLogger } from 'nestjs-pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Knock } from '#platform/access';
import {
  ContextMaker,
  costFault,
  type GraphqlContext,
  limits,
  parseWithinLimits,
  shapeError,
  validateWithinLimits,
  viewerDependent,
} from '#platform/graphql';
import { Language } from '#platform/language';
import { RateLimits } from '#platform/limits';
import { Refusal } from '#platform/refusals';
import { Ending } from './ending.js';
import { LiveFeed } from './live-feed.js';
import { LiveHub } from './live-hub.js';
import type { Subscriber } from './subscriber.js';

const mostSockets = 20_000;
const mostOperationsPerSocket = 100;

interface Caller {
  knock: Knock;
  ip: string;
  acceptLanguage: string | undefined;
}

type SocketExtra = Extra & { caller?: Caller } & Record<PropertyKey, unknown>;
type Connection = WsContext<Record<string, unknown>, SocketExtra>;
type Args = ExecutionArgs & { contextValue: GraphqlContext & { socket: WebSocket; operationId: string } };

/** GraphQL over WebSocket (graphql-transport-ws): the same door, limits and errors as over HTTP; subscriptions go to the {@link LiveHub}. */
@Injectable()
export class LiveDoor implements OnApplicationBootstrap {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
  });
  private disposal: { dispose: () => Promise<void> | void } | null = null;

  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly schema: GraphQLSchemaHost,
    private readonly contexts: ContextMaker,
    private readonly hub: LiveHub,
    private readonly rates: RateLimits,
    private readonly language: Language,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(LiveDoor.name);
  }

  get socketCount(): number {
    return this.sockets.clients.size;
  }

  onApplicationBootstrap(): void {
    const server = this.adapter.httpAdapter?.getHttpServer() as Server | undefined;
    if (!server) return;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head),
    );
    this.disposal = useServer<Record<string, unknown>, SocketExtra>(
      {
        schema: () => this.schema.schema,
        connectionInitWaitTimeout: 5_000,
        onConnect: (connection) => this.onConnect(connection),
        onSubscribe: (connection, id, payload) => this.onSubscribe(connection, id, payload),
        subscribe: (args) => this.subscribe(args as Args) as never,
        onNext: (_connection, _id, _payload, _args, result) => this.shaped(result),
        onError: (_connection, _id, _payload, errors) => errors.map((error) => this.shapedError(error)),
      },
      this.sockets,
      30_000,
    );
  }

  /** Closes all sockets with 1001. To be called before the HTTP server is closed, which waits for them. */
  async close(): Promise<void> {
    await this.disposal?.dispose();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?')[0];
    if (path !== '/graphql') return refuseUpgrade(socket, '404 Not Found');
    if (this.sockets.clients.size >= mostSockets) return refuseUpgrade(socket, '503 Service Unavailable');
    try {
      this.contexts.requireOwnOrigin(request.headers.origin, request.headers.cookie, undefined);
    } catch {
      return refuseUpgrade(socket, '403 Forbidden');
    }
    this.sockets.handleUpgrade(request, socket, head, (open) => this.sockets.emit('connection', open, request));
  }

  /** Who shows credentials that do not hold is not let in (4403). */
  private async onConnect(connection: Connection): Promise<boolean> {
    const { headers } = connection.extra.request;
    const given = connection.connectionParams?.['authorization'] ?? connection.connectionParams?.['Authorization'];
    const caller: Caller = {
      knock: { authorization: typeof given === 'string' ? given : headers.authorization, cookie: headers.cookie },
      ip: addressOf(connection.extra.request),
      acceptLanguage: headers['accept-language'],
    };
    connection.extra.caller = caller;
    try {
      await this.rates.takeRequest(caller.ip);
      await this.contexts.door.enter(caller.knock);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private async onSubscribe(
    connection: Connection,
    id: string,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | GraphQLError[]> {
    try {
      const { schema } = this.schema;
      const caller = connection.extra.caller as Caller;
      await this.rates.takeRequest(caller.ip);
      if (Object.keys(connection.subscriptions).length > mostOperationsPerSocket) {
        return [
          new GraphQLError('A connection has 100 operations at the most.', { extensions: { code: 'RATE_LIMITED' } }),
        ];
      }
      const document = parseWithinLimits(payload.query);
      const faults = validateWithinLimits(schema, document);
      if (faults.length > 0) return [...faults];
      const operation = getOperationAST(document, payload.operationName);
      if (!operation)
        return [new GraphQLError('Name the operation to run.', { extensions: { code: 'BAD_USER_INPUT' } })];
      const cost = costFault(schema, document, payload.variables ?? undefined, payload.operationName);
      if (cost) return [cost];
      const actor = await this.contexts.door.enter(caller.knock);
      const context = this.contexts.of(actor, {
        ip: caller.ip,
        requestId: randomUUID(),
        locale: this.language.best(actor.locale, caller.acceptLanguage),
        setSessionCookie: () => undefined,
      });
      return {
        schema,
        document,
        operationName: payload.operationName ?? null,
        variableValues: payload.variables ?? null,
        contextValue: Object.assign(context, { socket: connection.extra.socket, operationId: id }),
      };
    } catch (error) {
      return [
        error instanceof GraphQLError
          ? error
          : new GraphQLError((error as Error).message, { originalError: error as Error }),
      ];
    }
  }

  private async subscribe(args: Args): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return source;
    if (!(source instanceof LiveFeed)) throw new Error('A subscription resolver returns a LiveFeed.');
    const { socket, operationId, actor } = args.contextValue;
    const ending = new Ending();
    const subscriber: Subscriber = {
      socket,
      id: operationId,
      actor,
      feed: source as LiveFeed,
      args,
      groupKey: this.groupKey(args),
      end: (last) => {
        this.hub.leave(subscriber);
        ending.end(last);
      },
    };
    ending.onReturn = () => this.hub.leave(subscriber);
    try {
      await this.hub.join(subscriber);
    } catch (error) {
      this.hub.leave(subscriber);
      return {
        errors: [
          error instanceof GraphQLError
            ? error
            : new GraphQLError((error as Error).message, { originalError: error as Error }),
        ],
      };
    }
    return ending;
  }

  /** Equal for subscribers who are to see byte-equal payloads: same words, same variables but for the cursor, same viewer where it matters. */
  private groupKey({ document, operationName, variableValues, contextValue, schema }: Args): string {
    const { after: _after, ...variables } = (variableValues ?? {}) as Record<string, unknown>;
    const viewer = viewerDependent(schema, document) ? contextValue.actor.personId : contextValue.actor.signedIn;
    return createHash('sha256')
      .update(JSON.stringify([print(document), operationName, variables, viewer, contextValue.locale]))
      .digest('base64');
  }

  private shaped(result: ExecutionResult): ExecutionResult {
    return result.errors ? { ...result, errors: result.errors.map((error) => this.shapedError(error)) } : result;
  }

  private shapedError(error: GraphQLError): GraphQLError {
    const plain = typeof error.toJSON === 'function' ? error.toJSON() : error;
    return shapeError(plain, error, (cause, reference) =>
      this.logger.error({ err: cause, reference }, 'a live operation failed'),
    ) as GraphQLError;
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The caller's address; a proxy on this machine names it. */
function addressOf(request: IncomingMessage): string {
  const remote = request.socket.remoteAddress ?? '';
  const named = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return named && /^(::1|127\.|::ffff:127\.)/.test(remote) ? named : remote;
}
