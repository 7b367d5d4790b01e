import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type GroupKind, type Visibility } from './group-words.js';

/** People who discuss together. Its slug is unique for good: `group_slug`; the counters are kept by the writes. */
@Entity('discussion_group')
export class Group {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  slug!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  about!: string | null;
  @Column('text')
  kind!: GroupKind;
  @Column('text')
  visibility!: Visibility;
  @Column('int', { name: 'member_count' })
  memberCount!: number;
  @Column('int', { name: 'thread_count' })
  threadCount!: number;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
