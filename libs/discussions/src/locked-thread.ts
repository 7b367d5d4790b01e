import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { type Transaction } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { readableGroup } from './readable-group.js';
import { groupColumns } from './group-columns.js';
import { type GroupType } from './group.type.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';

/** A thread whose row the transaction holds, with its group as it is to the actor. */
export interface LockedThread {
  thread: Thread;
  group: GroupType;
}

/** Takes the lock that orders all writes of a thread. */
@Injectable()
export class ThreadLock {
  /** Follows a merge to where the posts went; refused as NOT_FOUND where the actor may not read it. */
  async take(tx: Transaction, actor: Actor, threadId: string, what = 'thread'): Promise<LockedThread> {
    let thread = await tx.require(Thread, { id: threadId }, () => new NotFound(what));
    while (thread.mergedIntoId) thread = await tx.require(Thread, { id: thread.mergedIntoId });
    const group = await tx.one<GroupType>(
      `select ${groupColumns('g', '$2')} from discussion_group g where g.id = $1 and ${readableGroup('g', '$2')}`,
      [thread.groupId, actor.personId],
    );
    if (!group) throw new NotFound(what);
    return { thread, group };
  }

  /** A post under the lock of the thread that it stands in; a split or merge at the same time cannot pass. */
  async takeWithPost(tx: Transaction, actor: Actor, postId: string): Promise<LockedThread & { post: Post }> {
    const found = await tx.find(Post, { id: postId });
    if (!found) throw new NotFound('post');
    const locked = await this.take(tx, actor, found.threadId, 'post');
    const post = await tx.require(Post, { id: postId });
    return post.threadId === locked.thread.id ? { ...locked, post } : this.takeWithPost(tx, actor, postId);
  }
}
