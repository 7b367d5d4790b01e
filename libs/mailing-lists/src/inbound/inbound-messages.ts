import { Injectable } from '@nestjs/common';
import { Database, type Transaction, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { type HoldReason } from '../mailing-list-words.js';
import { MessageHeld } from '../mailing-lists.events.js';
import { type ParsedMail } from '../message/parsed-mail.js';
import { type SenderAuthentication } from '../message/sender-authentication.js';
import { InboundMessage, type InboundStatus } from './inbound-message.entity.js';
import { CameBefore } from './posting.refusals.js';

/** What was found out about a mail by the time that it is decided. */
export interface Findings {
  mail?: ParsedMail;
  personId?: string | null;
  authentication?: SenderAuthentication | null;
}

/** What became of a mail. */
export interface Outcome {
  status: Exclude<InboundStatus, 'RECEIVED'>;
  holdReason?: HoldReason;
  refusal?: string;
  postId?: string;
}

type DecidedMessage = Pick<InboundMessage, 'id' | 'groupId'>;

const excerptLength = 300;

/** The kept mails, and what is decided about them: once, whatever is repeated. */
@Injectable()
export class InboundMessages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null once something else has become of it. */
  find(id: string, status: 'RECEIVED' | 'HELD'): Promise<InboundMessage | null> {
    return this.database.one<InboundMessage>(
      `select id, group_id as "groupId", address, mail_from as "mailFrom", client_ip as "clientIp", helo, raw,
              received_at as "receivedAt", status, authentication
       from inbound_message where id = $1 and status = $2`,
      [id, status],
    );
  }

  /** Decides about a mail that still waits, with what belongs to the decision, in one transaction. */
  async settle(
    message: DecidedMessage,
    found: Findings,
    outcome: Outcome,
    also: (tx: Transaction) => Promise<void> = async () => {},
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.lock(tx, message.id, 'RECEIVED'))) return;
      await this.decide(tx, message, found, outcome);
      await also(tx);
    });
  }

  /** Takes the lock under which a mail is decided; false where that has happened already. */
  async lock(tx: Transaction, id: string, while_: 'RECEIVED' | 'HELD'): Promise<boolean> {
    const row = await tx.one('select id from inbound_message where id = $1 and status = $2 for update', [id, while_]);
    return row !== null;
  }

  /** Refused: {@link CameBefore} where another copy of the mail was decided for the same list. */
  async decide(tx: Transaction, message: DecidedMessage, found: Findings, outcome: Outcome): Promise<void> {
    const { mail } = found;
    const excerpt = Array.from(mail?.text.replace(/\s+/g, ' ').trim() ?? '').slice(0, excerptLength);
    await tx
      .update(
        InboundMessage,
        { id: message.id },
        {
          status: outcome.status,
          decidedAt: this.clock.now(),
          messageId: mail?.messageId ?? null,
          personId: found.personId ?? null,
          fromName: mail?.from?.name ?? '',
          fromAddress: mail?.from?.address ?? '',
          subject: mail?.subject ?? '',
          excerpt: excerpt.join(''),
          authentication: found.authentication ?? null,
          holdReason: outcome.holdReason ?? null,
          refusal: outcome.refusal ?? null,
          postId: outcome.postId ?? null,
        },
      )
      .orRefuse('inbound_message_once', () => new CameBefore());
    if (outcome.status !== 'HELD') return;
    await tx.query('update mailing_list set held_count = held_count + 1 where group_id = $1', [message.groupId]);
    tx.record(new MessageHeld(message.id, message.groupId));
  }
}
