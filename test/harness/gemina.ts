import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Config, readConfig } from '#platform/config';
import { SettableClock } from '#platform/time';
import { prepare } from '#server/prepare';
import { type RunningServer, startServer } from '#server/start-server';
import { freePort } from './free-port.js';
import { Relay } from './relay.js';
import { makeDatabase } from './test-database.js';

/* What tests read of answers is theirs to know: the door is untyped on purpose. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = Record<string, any>;

export interface Answer {
  data: Data | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; field?: string } & Record<string, unknown>;
  }[];
}

/** Live results of one subscription, in the order in which they came. */
export interface Live {
  /** The next result, waiting for it for as long as ten seconds. */
  next(): Promise<Answer>;
  /** What came and was not taken yet. */
  readonly waiting: Answer[];
  stop(): void;
}

/** A whole Gemina in this process: all roles, a database of its own, free ports, a clock to set, a real relay to mail through. */
export class Gemina {
  private readonly sockets: Client[] = [];

  constructor(
    readonly config: Config,
    readonly clock: SettableClock,
    readonly relay: Relay,
    readonly databaseUrl: string,
    private readonly server: RunningServer,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  get app(): NestFastifyApplication {
    return this.server.app;
  }

  get url(): string {
    return `http://127.0.0.1:${this.server.port}`;
  }

  get smtpPort(): number {
    return this.config.smtpPort;
  }

  /** GraphQL over HTTP. */
  async graphql(
    query: string,
    variables: object = {},
    token?: string | null,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  /** The data of an answer that must be without errors. */
  async ask(query: string, variables: object = {}, token?: string | null): Promise<Data> {
    const answer = await this.graphql(query, variables, token);
    if (answer.errors || !answer.data) throw new Error(`Refused: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** The first error's code of an answer that must have one. */
  async refusal(query: string, variables: object = {}, token?: string | null): Promise<string> {
    const answer = await this.graphql(query, variables, token);
    const error = answer.errors?.[0];
    if (!error) throw new Error(`Not refused: ${JSON.stringify(answer.data)}`);
    return error.extensions.code;
  }

  /** A connection of graphql-ws to this server. */
  connect(token?: string | null): Client {
    const client = createClient({
      url: `ws://127.0.0.1:${this.server.port}/graphql`,
      webSocketImpl: WebSocket,
      lazy: true,
      retryAttempts: 0,
      ...(token ? { connectionParams: { authorization: `Bearer ${token}` } } : {}),
    });
    this.sockets.push(client);
    return client;
  }

  /** Follows a subscription over a connection of its own (or `client`); resolves once the server has taken it. */
  async subscribe(
    query: string,
    variables: Record<string, unknown> = {},
    token?: string | null,
    client = this.connect(token),
  ): Promise<Live> {
    const waiting: Answer[] = [];
    const takers: ((answer: Answer) => void)[] = [];
    const give = (answer: Answer): void => {
      const taker = takers.shift();
      if (taker) taker(answer);
      else waiting.push(answer);
    };
    const stop = client.subscribe(
      { query, variables },
      {
        next: (result) => give(result as ExecutionResult as Answer),
        error: (error) =>
          give({
            data: null,
            errors: Array.isArray(error)
              ? (error as NonNullable<Answer['errors']>)
              : [{ message: String((error as { reason?: string }).reason ?? error), extensions: { code: 'CLOSED' } }],
          }),
        complete: () => undefined,
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 150)); // the protocol has no word for "subscribed"
    return {
      waiting,
      stop,
      next: () => {
        const ready = waiting.shift();
        if (ready) return Promise.resolve(ready);
        return new Promise((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error('Nothing came for ten seconds.')), 10_000);
          takers.push((answer) => {
            clearTimeout(timer);
            resolve(answer);
          });
        });
      },
    };
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) await socket.dispose();
    await this.server.stop();
    await this.cleanUp();
  }
}

/** Starts a {@link Gemina}; `env` adds to or overrides the environment it is given. `facts` fills the directory of cities, `demo` all of the demo network, `beside` shares another's database. */
export async function startGemina(
  env: Record<string, string> = {},
  { facts = false, demo = false, beside }: { facts?: boolean; demo?: boolean; beside?: Gemina } = {},
): Promise<Gemina> {
  const database = beside ? { url: beside.databaseUrl, drop: () => Promise.resolve() } : await makeDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'gemina-test-'));
  const relay = new Relay();
  const relayUrl = await relay.listen();
  const config = readConfig({
    PORT: String(await freePort()),
    GEMINA_DATA: folder,
    GEMINA_DEMO: 'off',
    GEMINA_SMTP_PORT: String(await freePort()),
    GEMINA_LMTP_PORT: String(await freePort()),
    GEMINA_RELAY_URL: relayUrl,
    GEMINA_TRUSTED_HOSTS: '127.0.0.0/8,::1',
    GEMINA_LOG_LEVEL: 'error',
    ...env,
  });
  const clock = new SettableClock();
  const cleanUp = async (): Promise<void> => {
    await relay.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const server = await startServer(config, database.url, { clock, prepare: (app) => prepare(app, { facts, demo }) });
    return new Gemina(config, clock, relay, database.url, server, cleanUp);
  } catch (error) {
    await cleanUp(); // else the relay would keep the test's process open until the time limit
    throw error;
  }
}
