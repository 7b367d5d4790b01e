import { Client } from 'pg';
import type { Pool } from 'pg';
import { Bus } from './bus.js';

const channel = 'gemina_topics';
const payloadBytes = 7_900;

/** The bus over NOTIFY; payloads stay under Postgres's 8,000 bytes. A dropped connection is opened again and told as a gap. */
export class PostgresBus extends Bus {
  private listener: (topics: string[] | null) => void = () => undefined;
  private client: Client | null = null;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly pool: Pool,
  ) {
    super();
  }

  async publish(topics: string[]): Promise<void> {
    const payloads = packed(topics, payloadBytes);
    await this.pool.query(`select pg_notify('${channel}', p) from unnest($1::text[]) as p`, [payloads]);
  }

  onMoved(listener: (topics: string[] | null) => void): void {
    this.listener = listener;
  }

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'gemina bus', keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload }) => this.listener((payload ?? '').split(' ').filter(Boolean)));
    client.on('error', () => this.reopen(client));
    client.on('end', () => this.reopen(client));
    await client.connect();
    await client.query(`listen ${channel}`);
    this.listener(null);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }

  private reopen(client: Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    this.retry = setTimeout(() => {
      this.start().catch(() => {
        const failed = this.client;
        if (failed) this.reopen(failed);
      });
    }, 500);
  }
}

/** Joins names by spaces into as few texts as fit the size. */
export function packed(names: string[], size: number): string[] {
  const texts: string[] = [];
  let text = '';
  for (const name of names) {
    if (text && text.length + 1 + name.length > size) {
      texts.push(text);
      text = '';
    }
    text = text ? `${text} ${name}` : name;
  }
  if (text) texts.push(text);
  return texts;
}
