import { Column, Entity, PrimaryColumn } from 'typeorm';

/** SENDING is written and committed before the relay is spoken to, DELIVERED after it has answered 250. */
export type DeliveryStatus = 'WAITING' | 'SENDING' | 'DELIVERED' | 'FAILED';

/** One post for one recipient. Its id is in the return path, so that a bounce finds its way back. */
@Entity('delivery')
export class Delivery {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'post_id' })
  postId!: string;
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('text')
  recipient!: string;
  @Column('uuid', { name: 'post_mail_id' })
  postMailId!: string;
  @Column('text')
  status!: DeliveryStatus;
  @Column('int')
  attempts!: number;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt!: Date;
  /** The process that is sending it, by the name of its life lock. */
  @Column('text', { nullable: true })
  sender!: string | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;
  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;
}

/** A post composed for all readers of one language and zone. */
@Entity('post_mail')
export class ComposedMail {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'post_id' })
  postId!: string;
  @Column('text')
  language!: string;
  @Column('text', { name: 'time_zone' })
  timeZone!: string;
  @Column('text', { name: 'group_slug' })
  groupSlug!: string;
  @Column('text', { name: 'message_id' })
  messageId!: string;
  @Column('text')
  subject!: string;
  @Column('bytea')
  raw!: Buffer;
}

/** How far a post got by mail; who waits is the rest. */
@Entity('delivery_trace')
export class DeliveryTrace {
  @PrimaryColumn('uuid', { name: 'post_id' })
  postId!: string;
  @Column('int')
  recipients!: number;
  @Column('int')
  delivered!: number;
  @Column('int')
  failed!: number;
}
