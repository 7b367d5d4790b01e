import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type PostingPolicy } from './mailing-list-words.js';

/** The mail side of a group. There is one for each group from the moment it opens: the database sees to that. */
@Entity('mailing_list')
export class MailingList {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @Column('text')
  policy!: PostingPolicy;
  /** Members who get mail in whatever mode; kept by the database. */
  @Column('int', { name: 'subscriber_count' })
  subscriberCount!: number;
  @Column('int', { name: 'held_count' })
  heldCount!: number;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
