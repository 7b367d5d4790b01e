import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DeliveryMode } from './group-words.js';

/** A person in a group, and how its posts come by mail. Ended memberships leave no row. */
@Entity('group_member')
export class GroupMember {
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;
  @Column('boolean')
  moderator!: boolean;
  @Column('text')
  delivery!: DeliveryMode;
  @Column('timestamptz')
  since!: Date;
  /** No thread of the group that last moved before this is unread. */
  @Column('timestamptz', { name: 'caught_up_at' })
  caughtUpAt!: Date;
}
