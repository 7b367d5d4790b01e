import { Injectable } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { Database, newId } from '#platform/database';
import { Clock } from '#platform/time';
import type { Envelope } from './mail-transport.js';

export interface OutboxEntry {
  id: string;
  at: Date;
  to: string;
  from: string;
  subject: string;
  listId: string | null;
}

export interface OutboxMessage extends OutboxEntry {
  headers: [string, string][];
  text: string | null;
  html: string | null;
  raw: string;
}

const pageSize = 50;

/** Mail that would have gone out, kept to be looked at where no relay is configured. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async keep(envelope: Envelope, raw: Buffer): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const listId = mail.headers.find((header) => header.key === 'list-id')?.value ?? null;
    await this.database.query(
      'insert into outbox (id, at, sender, recipient, subject, list_id, raw) values ($1, $2, $3, $4, $5, $6, $7)',
      [newId(), this.clock.now(), mail.from?.address ?? envelope.from, envelope.to, mail.subject ?? '', listId, raw],
    );
  }

  /** The latest first; `after` is the id of the last one seen. */
  list(after: string | null): Promise<OutboxEntry[]> {
    return this.database.query<OutboxEntry>(
      `select id, at, recipient as to, sender as from, subject, list_id as "listId" from outbox
       where $1::uuid is null or id < $1::uuid order by id desc limit ${pageSize}`,
      [after],
    );
  }

  async message(id: string): Promise<OutboxMessage | null> {
    const row = await this.database.one<OutboxEntry & { raw: Buffer }>(
      `select id, at, recipient as to, sender as from, subject, list_id as "listId", raw from outbox where id = $1`,
      [id],
    );
    if (!row) return null;
    const mail = await PostalMime.parse(row.raw);
    return {
      ...row,
      headers: mail.headers.map((header) => [header.originalKey, header.value]),
      text: mail.text ?? null,
      html: mail.html ?? null,
      raw: row.raw.toString('utf8'),
    };
  }
}
