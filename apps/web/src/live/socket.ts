import { createClient, type Client, type ExecutionResult, type Sink, type SubscribePayload } from 'graphql-ws';
import { setConnection } from './connection.js';

/** FNV-1a: short, the same in every browser, and good enough to tell our documents apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

const taken = new Set<string>();
const ids = new WeakMap<SubscribePayload, string>();

/**
 * The id of an operation on this socket, made from its document and variables: every reader of one thread uses the same,
 * so the server can write one frame for all of them. A number is added only where one socket asks the same twice.
 */
function operationId(payload: SubscribePayload): string {
  const { after: _after, ...stable } = payload.variables ?? {};
  const name = fingerprint(payload.query + JSON.stringify(stable));
  let id = name;
  for (let copy = 2; taken.has(id); copy++) id = `${name}.${copy}`;
  taken.add(id);
  ids.set(payload, id);
  return id;
}

let client: Client | undefined;

/** The one WebSocket of this page, opened with the first subscription; it comes back by itself, with growing pauses, for as long as someone listens. */
function socket(): Client {
  client ??= createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) =>
      new Promise((done) => setTimeout(done, Math.min(15_000, 400 * 2 ** retries) * (0.75 + Math.random() / 2))),
    shouldRetry: () => true,
    generateID: operationId,
    on: {
      connecting: (isRetry) => setConnection(isRetry ? 'reconnecting' : 'connecting'),
      connected: () => setConnection('live'),
      closed: (event) => setConnection((event as CloseEvent).wasClean ? 'idle' : 'reconnecting'),
    },
  });
  return client;
}

/** Starts a subscription on the page's socket; the answer ends it and frees its id. The payload is sent again, as it then reads, after each reconnection. */
export function subscribe<Result>(payload: SubscribePayload, sink: Sink<ExecutionResult<Result, unknown>>): () => void {
  const end = socket().subscribe<Result>(payload, sink);
  return () => {
    end();
    taken.delete(ids.get(payload) ?? '');
  };
}
