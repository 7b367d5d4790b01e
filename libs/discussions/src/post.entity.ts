import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type PostOrigin } from './thread-words.js';

/** How often one emoji was given to a post; in the order in which the emojis were first given. */
export interface KeptReaction {
  emoji: string;
  count: number;
}

/** One contribution to a thread. What was removed stays as a tombstone, so that replies keep their place. */
@Entity('post')
export class Post {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'thread_id' })
  threadId!: string;
  /** Its place in the thread, from 1. */
  @Column('int')
  number!: number;
  /** Null once the account is gone. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;
  @Column('text', { name: 'author_name' })
  authorName!: string;
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;
  /** Markdown, as it was written. */
  @Column('text')
  body!: string;
  /** Rendered and sanitised when it was written. */
  @Column('text')
  html!: string;
  @Column('text', { nullable: true })
  quoted!: string | null;
  @Column('text')
  origin!: PostOrigin;
  /** RFC 5322 Message-ID with its angle brackets. */
  @Column('text', { name: 'message_id' })
  messageId!: string;
  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;
  @Column('jsonb')
  reactions!: KeptReaction[];
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
  @Column('uuid', { name: 'removed_by', nullable: true })
  removedBy!: string | null;
  @Column('text', { name: 'removal_reason', nullable: true })
  removalReason!: string | null;
}
