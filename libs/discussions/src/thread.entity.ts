import { type Theme } from '#cities';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A discussion under one title. Each post locks this row and takes the next number from `postCount`, so that the
 * order of a thread is the order in which its posts were committed.
 */
@Entity('thread')
export class Thread {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'group_id' })
  groupId!: string;
  @Column('text')
  title!: string;
  @Column('text', { array: true })
  themes!: Theme[];
  /** Null once the account is gone. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'last_post_at' })
  lastPostAt!: Date;
  /** Tombstones count: numbers run from 1 to this without a gap. */
  @Column('int', { name: 'post_count' })
  postCount!: number;
  @Column('boolean')
  locked!: boolean;
  @Column('boolean')
  pinned!: boolean;
  /** Where its posts went when it was merged; old links lead there. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId!: string | null;
}
