import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type HoldReason } from '../mailing-list-words.js';
import { type SenderAuthentication } from '../message/sender-authentication.js';

/**
 * RECEIVED waits to be read. POSTED, HELD, DONE (a command or a report that was acted on), REFUSED (by a named class),
 * IGNORED (an automatic reply, our own mail), DUPLICATE (came before) and REJECTED (by a moderator) are what became of it.
 */
export type InboundStatus = 'RECEIVED' | 'POSTED' | 'HELD' | 'DONE' | 'REFUSED' | 'IGNORED' | 'DUPLICATE' | 'REJECTED';

/** A mail that was answered with 250, in its original bytes, once for each list it was sent to. */
@Entity('inbound_message')
export class InboundMessage {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  /** The address of ours that it was accepted for. */
  @Column('text')
  address!: string;
  /** Reverse path; empty for the null sender. */
  @Column('text', { name: 'mail_from' })
  mailFrom!: string;
  @Column('text', { name: 'client_ip', nullable: true })
  clientIp!: string | null;
  @Column('text')
  helo!: string;
  @Column('bytea')
  raw!: Buffer;
  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;
  @Column('text')
  status!: InboundStatus;
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
  /** The moderator who approved or rejected it. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;
  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;
  /** Whose verified address it came from. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;
  @Column('text', { name: 'from_name' })
  fromName!: string;
  @Column('text', { name: 'from_address' })
  fromAddress!: string;
  @Column('text')
  subject!: string;
  @Column('text')
  excerpt!: string;
  @Column('jsonb', { nullable: true })
  authentication!: SenderAuthentication | null;
  @Column('text', { name: 'hold_reason', nullable: true })
  holdReason!: HoldReason | null;
  /** The class of the refusal, or what an ignored mail was. */
  @Column('text', { nullable: true })
  refusal!: string | null;
  @Column('uuid', { name: 'post_id', nullable: true })
  postId!: string | null;
}
