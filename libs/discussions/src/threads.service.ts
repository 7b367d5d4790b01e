import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { type Theme } from '#cities';
import { newId, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { ThreadStarted } from './discussions.events.js';
import { GroupMembers } from './group-members.service.js';
import { groupPolicy } from './group.policy.js';
import { GroupQueries } from './group.queries.js';
import { type Arrival, fromTheWeb, NewPost, type PostContent } from './new-post.js';
import { requireOneLine } from './one-line.js';
import { type Post } from './post.entity.js';
import { Thread } from './thread.entity.js';

/** A thread that somebody starts, with its first post. */
export interface ThreadWish extends Omit<PostContent, 'parentId'> {
  groupId: string;
  title: string;
  themes?: readonly Theme[] | null;
}

/** Starts threads. */
@Injectable()
export class Threads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly groups: GroupQueries,
    private readonly members: GroupMembers,
    private readonly newPost: NewPost,
  ) {}

  /** Who is not a member yet becomes one. The same key, or the same mail, twice is the same thread. */
  async start(actor: Actor, wish: ThreadWish, arrival: Arrival = fromTheWeb): Promise<{ thread: Thread; post: Post }> {
    actor.requireVerified();
    return this.unitOfWork.run(async (tx) => {
      const group = await this.groups.require(actor, wish.groupId);
      const earlier = await this.newPost.earlier(tx, actor, group.id, wish, arrival);
      if (earlier) return { thread: await tx.require(Thread, { id: earlier.threadId }), post: earlier };
      actor.require(groupPolicy.post(actor, group));
      if (!group.membership) await this.members.add(group.id, [actor.requiredId]);
      const at = arrival.createdAt ?? this.clock.now();
      const thread = await tx.insert(Thread, {
        id: newId(),
        groupId: group.id,
        title: requireOneLine(wish.title, 'title', 300),
        themes: [...new Set(wish.themes ?? [])],
        authorId: actor.requiredId,
        createdAt: at,
        lastPostAt: at,
        postCount: 0,
        locked: false,
        pinned: false,
        mergedIntoId: null,
      });
      await tx.query('update discussion_group set thread_count = thread_count + 1 where id = $1', [group.id]);
      tx.record(new ThreadStarted(thread.id, group.id));
      const post = await this.newPost.write(tx, actor, thread, { ...wish, parentId: null }, arrival);
      return { thread, post };
    });
  }
}
