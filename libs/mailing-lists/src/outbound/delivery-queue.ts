import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database, LifeLock, lives } from '#platform/database';
import { Clock } from '#platform/time';
import { nextAttempt } from './retry-schedule.js';

/** A delivery that this process has taken, with the message composed for its readership. */
export interface ClaimedDelivery {
  id: string;
  postId: string;
  groupId: string;
  personId: string;
  recipient: string;
  attempts: number;
  createdAt: Date;
  postMailId: string;
  /** Whether the person is still in the group and still wants every post; both may have changed since the post was written. */
  stillWanted: boolean;
}

/**
 * The durable queue of post mails. A delivery is marked as being sent before the relay is spoken to and as delivered after
 * its 250: a process killed in between leaves it to be sent again, so that a recipient can get the one mail in flight twice,
 * under the same Message-ID, and never loses one.
 */
@Injectable()
export class DeliveryQueue {
  private readonly life: LifeLock;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    source: DataSource,
  ) {
    this.life = new LifeLock(source);
  }

  /** Gives back to the queue what processes were sending that live no more. */
  async takeOverFromTheDead(): Promise<void> {
    await this.database.query(
      `update delivery set status = 'WAITING', sender = null, next_attempt_at = $1 where status = 'SENDING' and not ${lives('sender')}`,
      [this.clock.now()],
    );
  }

  /** Takes up to `limit` deliveries that are due and that nobody else is taking. */
  async claim(limit: number): Promise<ClaimedDelivery[]> {
    await this.life.hold();
    return this.database.query<ClaimedDelivery>(
      `update delivery d set status = 'SENDING', sender = $1, attempts = d.attempts + 1
       from (select id from delivery where status = 'WAITING' and next_attempt_at <= $2
             order by next_attempt_at, id limit $3 for update skip locked) due
       where d.id = due.id
       returning d.id, d.post_id as "postId", d.group_id as "groupId", d.person_id as "personId", d.recipient, d.attempts,
                 d.created_at as "createdAt", d.post_mail_id as "postMailId",
                 exists (select 1 from group_member m where m.group_id = d.group_id and m.person_id = d.person_id
                         and m.delivery = 'EVERY_POST') as "stillWanted"`,
      [this.life.name, this.clock.now(), limit],
    );
  }

  async delivered(delivery: ClaimedDelivery): Promise<void> {
    await this.database.query(
      `with marked as (
         update delivery set status = 'DELIVERED', sender = null, delivered_at = $2, last_error = null
         where id = $1 and status = 'SENDING' returning post_id)
       update delivery_trace t set delivered = t.delivered + 1 from marked where t.post_id = marked.post_id`,
      [delivery.id, this.clock.now()],
    );
  }

  /** Nobody wants it any more. */
  async dropped(delivery: ClaimedDelivery): Promise<void> {
    await this.database.query(
      `with dropped as (delete from delivery where id = $1 and status = 'SENDING' returning post_id)
       update delivery_trace t set recipients = t.recipients - 1 from dropped where t.post_id = dropped.post_id`,
      [delivery.id],
    );
  }

  /** The relay will never take it. */
  async failed(delivery: ClaimedDelivery, reason: string): Promise<void> {
    await this.database.query(
      `with marked as (
         update delivery set status = 'FAILED', sender = null, last_error = $2
         where id = $1 and status = 'SENDING' returning post_id)
       update delivery_trace t set failed = t.failed + 1 from marked where t.post_id = marked.post_id`,
      [delivery.id, reason.slice(0, 500)],
    );
  }

  /** The relay did not take it this time: later again, or after five days no more. */
  async postponed(delivery: ClaimedDelivery, reason: string): Promise<void> {
    const next = nextAttempt(delivery.createdAt, this.clock.now(), delivery.attempts, Math.random());
    if (next === null) return this.failed(delivery, `Given up after five days: ${reason}`);
    await this.database.query(
      `update delivery set status = 'WAITING', sender = null, next_attempt_at = $2, last_error = $3
       where id = $1 and status = 'SENDING'`,
      [delivery.id, next, reason.slice(0, 500)],
    );
  }

  /** For good: what is still marked as being sent is free for others from now on. */
  close(): void {
    this.life.release();
  }

  /** How many wait to be sent, for the metrics. */
  async waiting(): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from delivery where status in ('WAITING', 'SENDING')`,
    );
    return row?.count ?? 0;
  }
}
