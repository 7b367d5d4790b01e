import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#platform/database';
import { Clock } from '#platform/time';

/** What lists keep about a person: the mails they sent in, and those that went out to them. */
@Injectable()
export class PersonalMail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<object> {
    const [sent, received] = await Promise.all([
      this.database.query(
        `select received_at as "receivedAt", address, subject, status, encode(substring(raw for 32768), 'escape') as original
         from inbound_message where person_id = $1 order by received_at limit 1000`,
        [personId],
      ),
      this.database.query(
        `select post_id as "postId", recipient, status, created_at as "createdAt", delivered_at as "deliveredAt"
         from delivery where person_id = $1 order by created_at limit 100000`,
        [personId],
      ),
    ]);
    return { sent, received };
  }

  /** Posts stay, as they do on the web; the mails they came by lose all that is personal, and what was held is not posted any more. */
  async erase(tx: Transaction, personId: string): Promise<void> {
    await tx.query(
      `with held as (
         update inbound_message set status = 'REJECTED', decided_at = $2 where person_id = $1 and status = 'HELD' returning group_id)
       update mailing_list l set held_count = l.held_count - h.count
       from (select group_id, count(*) from held group by group_id) h where l.group_id = h.group_id`,
      [personId, this.clock.now()],
    );
    await tx.query(
      `update inbound_message set raw = '', mail_from = '', client_ip = null, helo = '', from_name = '', from_address = '',
         subject = '', excerpt = '', authentication = null where person_id = $1`,
      [personId],
    );
    await tx.query(
      `with dropped as (delete from delivery where person_id = $1 and status in ('WAITING', 'SENDING') returning post_id)
       update delivery_trace t set recipients = t.recipients - 1 from dropped where t.post_id = dropped.post_id`,
      [personId],
    );
    await tx.query(`update delivery set recipient = 'erased:' || id, last_error = null where person_id = $1`, [
      personId,
    ]);
  }
}
