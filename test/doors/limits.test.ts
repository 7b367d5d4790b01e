import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { type Answer, type Gemina, startGemina } from '../harness/index.js';

const attacks: Record<string, string> = {
  '10,000 aliases': `{ ${Array.from({ length: 10_000 }, (_, nr) => `a${nr}: __typename`).join(' ')} }`,
  '40 aliases': `{ ${Array.from({ length: 40 }, (_, nr) => `a${nr}: __typename`).join(' ')} }`,
  'a depth of 1,000': `{ node(id: "x") ${'{ ... on Node '.repeat(1000)} { id } ${'}'.repeat(1000)} }`,
  'a depth of 20 through introspection': `{ __schema { types ${'{ fields { type '.repeat(10)} { name } ${'} }'.repeat(10)} } }`,
  '100 directives': `{ __typename ${'@skip(if: false) '.repeat(100)} }`,
  'pages within pages that would read a million fields':
    '{ cities(first: 100) { nodes { members(first: 100) { nodes { person { memberships { body { ... on City { members(first: 100) { nodes { id } } } } } } } } } } }',
  'fragments in a circle': 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  'fragments that explode': `query { ...F0 } ${Array.from({ length: 25 }, (_, nr) => `fragment F${nr} on Query { ...F${nr + 1} ...F${nr + 1} }`).join(' ')} fragment F25 on Query { __typename }`,
};

describe('the limits of the doors', () => {
  let gemina: Gemina;

  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  for (const [name, query] of Object.entries(attacks)) {
    it(`refuse ${name} over HTTP and WebSocket alike, at once`, async () => {
      const started = performance.now();

      const overHttp = await gemina.graphql(query);
      const httpMillis = performance.now() - started;
      const overSocket = await once(gemina, query);

      for (const answer of [overHttp, overSocket]) {
        assert.ok(
          ['QUERY_TOO_COMPLEX', 'BAD_USER_INPUT'].includes(answer.errors?.[0]?.extensions.code ?? ''),
          JSON.stringify(answer).slice(0, 300),
        );
        assert.ok(!answer.data);
      }
      assert.ok(httpMillis < 500, `took ${httpMillis} ms`);
    });
  }

  it('refuse a body of 10 MB, and a message of 10 MB', async () => {
    const big = `{ node(id: "${'x'.repeat(10_000_000)}") { id } }`;

    const response = await fetch(`${gemina.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: big }),
    });
    const code = await closeCodeAfter(gemina, JSON.stringify({ id: '1', type: 'subscribe', payload: { query: big } }));

    assert.equal(response.status, 413);
    assert.equal(code, 1009);
  });

  it('refuse batches, mutations by GET, and pages of strangers that ride on a cookie', async () => {
    const batch = await fetch(`${gemina.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    const simple = await fetch(`${gemina.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    });
    const stranger = await gemina.graphql('{ __typename }', {}, null, {
      origin: 'https://evil.example',
      cookie: 'gemina_session=gs_stolen',
    });

    assert.equal(batch.status, 400);
    assert.ok(simple.status >= 400 && simple.status < 500, String(simple.status));
    assert.equal(stranger.errors?.[0]?.extensions.code, 'FORBIDDEN');
  });

  it('do not open a socket to a stranger’s page with a cookie, nor at another path', async () => {
    const stranger = await statusOfUpgrade(`${gemina.url.replace('http', 'ws')}/graphql`, {
      origin: 'https://evil.example',
      cookie: 'gemina_session=x',
    });
    const elsewhere = await statusOfUpgrade(`${gemina.url.replace('http', 'ws')}/elsewhere`, {});

    assert.equal(stranger, 403);
    assert.equal(elsewhere, 404);
  });

  it('let one address ask so often and no more, over HTTP and WebSocket together; others are not held up', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const ask = async (address: string) =>
      (await gemina.graphql('{ __typename }', {}, null, from(address))).errors?.[0]?.extensions;

    let refused: Record<string, unknown> | undefined;
    for (let nr = 0; nr < 100 && !refused; nr += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask('203.0.113.7')));
      refused = answers.find((extensions) => extensions?.code === 'RATE_LIMITED');
    }
    const socket = await closeCodeOf(`${gemina.url.replace('http', 'ws')}/graphql`, from('203.0.113.7'));

    assert.ok(Number(refused?.['retryAfterSeconds']) > 0, JSON.stringify(refused));
    assert.equal(socket, 4403);
    assert.equal(await ask('203.0.113.8'), undefined);
  });

  it('answer unknown ids with nothing, and ids that are no ids likewise', async () => {
    const known = await gemina.ask(
      '{ one: node(id: "018f0000-0000-7000-8000-000000000000") { id } two: node(id: "../etc/passwd") { id } }',
    );

    assert.deepEqual(known, { one: null, two: null });
  });

  it('stay up through all of it', async () => {
    const live = await fetch(`${gemina.url}/health/live`);
    const ready = await fetch(`${gemina.url}/health/ready`);
    const figures = await (await fetch(`${gemina.url}/metrics`)).text();

    assert.equal(live.status, 200);
    assert.equal(ready.status, 200);
    assert.match(figures, /gemina_jobs_dead \d/);
  });
});

/** One operation over graphql-ws, by hand: what a client library would not send. */
function once(gemina: Gemina, query: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${gemina.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; payload: unknown };
      if (message.type === 'connection_ack')
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      if (message.type === 'next') resolve(message.payload as Answer);
      if (message.type === 'error') resolve({ data: null, errors: message.payload as NonNullable<Answer['errors']> });
      if (['next', 'error'].includes(message.type)) socket.close();
    });
    socket.on('close', (code, reason) => reject(new Error(`closed with ${code} ${reason.toString()}`)));
    socket.on('error', reject);
  });
}

function closeCodeAfter(gemina: Gemina, message: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${gemina.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', () => socket.send(message));
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => undefined);
  });
}

function statusOfUpgrade(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => resolve(101));
    socket.on('error', () => undefined);
  });
}

/** How the server ends a connection that only introduces itself. */
function closeCodeOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', () => resolve(0));
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => undefined);
  });
}
