import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { aGroup } from '#discussions/testing';
import { member } from '#people/testing';
import { readConfig } from '#platform/config';
import { startServer } from '#server/start-server';
import { until } from '../doors/mail/until.js';
import { freePort, makeDatabase, Relay } from '../harness/index.js';

/** A group whose members mail each other through servers that get killed, and the ledger of one who watches from outside. */
export class MailScene {
  private constructor(
    private readonly client: Client,
    private readonly relay: Relay,
    /** Environment of the servers to start. */
    readonly env: Record<string, string>,
    private readonly author: string,
    readonly readers: readonly string[],
    private readonly address: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async set(): Promise<MailScene> {
    const database = await makeDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const relay = new Relay();
    const folder = mkdtempSync(join(tmpdir(), 'gemina-kill-'));
    const env = {
      DATABASE_URL: database.url,
      PORT: String(await freePort()),
      GEMINA_DATA: folder,
      GEMINA_DEMO: 'off',
      GEMINA_SECRET: randomBytes(32).toString('hex'),
      GEMINA_SMTP_PORT: String(await freePort()),
      GEMINA_LMTP_PORT: '0',
      GEMINA_RELAY_URL: await relay.listen(),
      GEMINA_TRUSTED_HOSTS: '127.0.0.0/8,::1',
      GEMINA_LOG_LEVEL: 'error',
    };
    const setUp = await startServer(readConfig({ ...env, PORT: '0', GEMINA_ROLES: 'api' }), database.url);
    const author = await member(setUp.app, { name: 'Ana Author' });
    const readers = [await member(setUp.app), await member(setUp.app), await member(setUp.app)];
    const memberIds = [author, ...readers].map(({ id }) => id);
    const group = await aGroup(setUp.app, { visibility: 'PRIVATE', memberIds });
    await setUp.stop();
    const emails = readers.map(({ email }) => email);
    return new MailScene(client, relay, env, author.email, emails, `${group.slug}@lists.localhost`, async () => {
      await client.end();
      await relay.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  strike(): Promise<void> {
    return this.cleanUp();
  }

  /** One attempt of a sender, who hears 250 or doesn't. */
  async send(messageId: string): Promise<boolean> {
    const transport = createTransport({
      host: '127.0.0.1',
      port: Number(this.env['GEMINA_SMTP_PORT']),
      ignoreTLS: true,
    });
    try {
      await transport.sendMail({
        from: this.author,
        to: this.address,
        subject: messageId,
        messageId,
        text: `The words of ${messageId}`,
      });
      return true;
    } catch {
      return false;
    } finally {
      transport.close();
    }
  }

  /** Until nothing waits any more and each of these has reached every reader. */
  async settled(messageIds: readonly string[]): Promise<void> {
    const arrived = () => messageIds.every((id) => this.copies(id).size === this.readers.length);
    await until(async () => arrived() && (await this.waiting()) === 0, 'all mail to arrive', 60);
  }

  /** How often a mail reached each mailbox. */
  copies(messageId: string): Map<string, number> {
    const copies = new Map<string, number>();
    for (const { to } of this.relay.mails.filter((mail) => mail.header('message-id') === messageId)) {
      copies.set(to, (copies.get(to) ?? 0) + 1);
    }
    return copies;
  }

  async posts(messageId: string): Promise<number> {
    return this.count('select count(*)::int as count from post where message_id = $1', [messageId]);
  }

  private waiting(): Promise<number> {
    return this.count(
      `select (select count(*) from delivery where status <> 'DELIVERED')::int
            + (select count(*) from inbound_message where status = 'RECEIVED')::int as count`,
    );
  }

  private async count(sql: string, values: unknown[] = []): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(sql, values);
    return rows[0]?.count ?? 0;
  }
}

export const newMessageId = (about: string): string => `<${about}-${randomBytes(4).toString('hex')}@city.example>`;
