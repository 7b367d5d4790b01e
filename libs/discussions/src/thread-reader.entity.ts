import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type FollowState } from './thread-words.js';

/** What a thread and a person are to each other: how far it was read, whether it is followed, what the person wrote in it. */
@Entity('thread_reader')
export class ThreadReader {
  @PrimaryColumn('uuid', { name: 'thread_id' })
  threadId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;
  @Column('text')
  follow!: FollowState;
  /** All posts up to this number are read; it only grows. */
  @Column('int', { name: 'last_read_number' })
  lastReadNumber!: number;
  /** The person's own posts beyond that number: they are not unread, and others' between them stay so. */
  @Column('int', { name: 'own_unread' })
  ownUnread!: number;
  /** How many posts the person has written in the thread. */
  @Column('int', { name: 'post_count' })
  postCount!: number;
}
