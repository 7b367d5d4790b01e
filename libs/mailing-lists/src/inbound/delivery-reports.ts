import { Injectable } from '@nestjs/common';
import { GroupMembers } from '#discussions';
import { Door } from '#platform/access';
import { type Transaction } from '#platform/database';
import { headerText } from '../message/header-text.js';
import { bounceKind } from './bounce-status.js';
import { InboundMessages } from './inbound-messages.js';
import { type MailInHand } from './mail-in-hand.js';

/** Reports about our own mail. They are believed by the signed return path that they come back to, and by nothing else. */
@Injectable()
export class DeliveryReports {
  constructor(
    private readonly messages: InboundMessages,
    private readonly members: GroupMembers,
    private readonly door: Door,
  ) {}

  /** A delivery that the relay had taken has failed after all, if the bounce is final. */
  async bounce({ message, mail, address }: MailInHand): Promise<void> {
    if (address.kind !== 'bounces')
      return this.messages.settle(message, { mail }, { status: 'IGNORED', refusal: 'BOUNCE' });
    const { deliveryId } = address;
    await this.messages.settle(
      message,
      { mail },
      { status: 'DONE', refusal: `${bounceKind(mail)}_BOUNCE` },
      async (tx) => {
        if (bounceKind(mail) === 'HARD')
          await fail(tx, deliveryId, headerText(mail.reports[0]?.text ?? mail.subject, 500));
      },
    );
  }

  /** Who calls our mail spam gets no more of it from this list. */
  async complaint({ message, mail, address, group }: MailInHand): Promise<void> {
    if (address.kind !== 'bounces')
      return this.messages.settle(message, { mail }, { status: 'IGNORED', refusal: 'COMPLAINT' });
    const { deliveryId } = address;
    await this.messages.settle(message, { mail }, { status: 'DONE', refusal: 'COMPLAINT' }, async (tx) => {
      const delivery = await tx.one<{ personId: string }>(
        'select person_id as "personId" from delivery where id = $1',
        [deliveryId],
      );
      const actor = delivery && (await this.door.actorOf(delivery.personId));
      const member =
        actor &&
        (await tx.one('select 1 from group_member where group_id = $1 and person_id = $2', [group.id, actor.personId]));
      if (member) await this.members.setDelivery(actor, { groupId: group.id, delivery: 'NOTHING' });
    });
  }
}

async function fail(tx: Transaction, deliveryId: string, reason: string): Promise<void> {
  await tx.query(
    `with bounced as (
       update delivery set status = 'FAILED', delivered_at = null, last_error = $2
       where id = $1 and status = 'DELIVERED' returning post_id)
     update delivery_trace t set delivered = t.delivered - 1, failed = t.failed + 1 from bounced where t.post_id = bounced.post_id`,
    [deliveryId, reason],
  );
}
