import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { BadUserInput, Forbidden } from '#platform/refusals';
import { Clock } from '#platform/time';
import { PostReported, ThreadChanged, ThreadStarted } from './discussions.events.js';
import { AlreadyReported } from './discussions.refusals.js';
import { groupPolicy } from './group.policy.js';
import { GroupQueries } from './group.queries.js';
import { type GroupType } from './group.type.js';
import { type LockedThread, ThreadLock } from './locked-thread.js';
import { mergePosts } from './merge-posts.js';
import { requireOneLine } from './one-line.js';
import { lookFrom } from './readings.service.js';
import { splitPosts } from './split-posts.js';
import { type MergeThreadsInput, type ModerateThreadInput, type SplitThreadInput } from './thread.input.js';
import { Thread } from './thread.entity.js';

/** What moderators do to threads. Each locks the threads that it touches, in the order of their ids. */
@Injectable()
export class Moderation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly lock: ThreadLock,
    private readonly groups: GroupQueries,
  ) {}

  /** Locks, pins, renames; moves to a group that the actor moderates too. Answers the thread's id. */
  async moderate(actor: Actor, input: ModerateThreadInput): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const locked = await this.takeAsModerator(tx, actor, input.threadId);
      const { thread, group } = locked;
      const target = await this.target(actor, group, input.groupId);
      await tx.update(
        Thread,
        { id: thread.id },
        {
          locked: input.locked ?? thread.locked,
          pinned: input.pinned ?? thread.pinned,
          title: input.title == null ? thread.title : requireOneLine(input.title, 'title', 300),
          groupId: target.id,
        },
      );
      const moved = target.id !== group.id;
      if (moved) {
        await countThreads(tx, [
          [group.id, -1],
          [target.id, 1],
        ]);
        await lookFrom(tx, target.id, thread.lastPostAt);
      }
      tx.record(new ThreadChanged(thread.id, target.id, moved ? group.id : null));
      return thread.id;
    });
  }

  /** The post and all after it become a thread of their own, whose id is answered; read marks go along. */
  async split(actor: Actor, input: SplitThreadInput): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const { post, thread, group } = await this.lock.takeWithPost(tx, actor, input.postId);
      actor.require(groupPolicy.moderate(actor, group));
      if (post.number === 1) throw new BadUserInput('This is the first post: rename the thread instead.', 'postId');
      const started = await tx.insert(Thread, {
        ...thread,
        id: newId(),
        title: requireOneLine(input.title, 'title', 300),
        authorId: post.authorId,
        createdAt: post.createdAt,
        postCount: 0,
        pinned: false,
      });
      await splitPosts(tx, thread.id, post.number, started.id);
      await countThreads(tx, [[group.id, 1]]);
      const left = await tx.require(Thread, { id: thread.id });
      await lookFrom(tx, group.id, left.lastPostAt);
      tx.record(new ThreadStarted(started.id, group.id));
      tx.record(new ThreadChanged(thread.id, group.id));
      return started.id;
    });
  }

  /** The posts of both become one thread in the order of their times; links to the emptied one lead there. */
  async merge(actor: Actor, input: MergeThreadsInput): Promise<string> {
    if (input.fromId === input.intoId) throw new BadUserInput('A thread cannot be merged into itself.', 'intoId');
    return this.unitOfWork.run(async (tx) => {
      const taken = new Map<string, LockedThread>();
      for (const id of [input.fromId, input.intoId].sort()) taken.set(id, await this.takeAsModerator(tx, actor, id));
      const from = taken.get(input.fromId);
      const into = taken.get(input.intoId);
      if (!from || !into || from.thread.id === into.thread.id) {
        throw new BadUserInput('These two are one thread already.', 'fromId');
      }
      await mergePosts(tx, from.thread.id, into.thread.id);
      await countThreads(tx, [[from.group.id, -1]]);
      await lookFrom(
        tx,
        into.group.id,
        from.thread.lastPostAt < into.thread.lastPostAt ? from.thread.lastPostAt : into.thread.lastPostAt,
      );
      tx.record(
        new ThreadChanged(from.thread.id, into.group.id, from.group.id === into.group.id ? null : from.group.id),
      );
      tx.record(new ThreadChanged(into.thread.id, into.group.id));
      return into.thread.id;
    });
  }

  /** Tells the group's moderators of a post; once per person and post. Refused: {@link AlreadyReported}. */
  async report(actor: Actor, postId: string, reason: string): Promise<boolean> {
    actor.requireVerified();
    return this.unitOfWork.run(async (tx) => {
      const { post, group } = await this.lock.takeWithPost(tx, actor, postId);
      const words = reason.trim();
      if (words.length === 0 || words.length > 2000)
        throw new BadUserInput('Say why, in 2,000 characters at the most.', 'reason');
      const id = newId();
      const kept = await tx.query(
        `insert into post_report (id, post_id, reporter_id, reason, at) values ($1, $2, $3, $4, $5)
         on conflict on constraint post_report_once do nothing returning id`,
        [id, post.id, actor.requiredId, words, this.clock.now()],
      );
      if (kept.length === 0) throw new AlreadyReported();
      tx.record(new PostReported(id, post.id, group.id));
      return true;
    });
  }

  private async takeAsModerator(tx: Transaction, actor: Actor, threadId: string): Promise<LockedThread> {
    const locked = await this.lock.take(tx, actor, threadId);
    actor.require(groupPolicy.moderate(actor, locked.group), 'Moderators do this.');
    return locked;
  }

  private async target(actor: Actor, from: GroupType, groupId: string | null | undefined): Promise<GroupType> {
    if (!groupId || groupId === from.id) return from;
    const target = await this.groups.require(actor, groupId);
    if (!groupPolicy.moderate(actor, target))
      throw new Forbidden('You may move threads between groups that you moderate.');
    return target;
  }
}

/** In the order of the groups' ids, so that two moves across each other never wait for one another. */
async function countThreads(tx: Transaction, changes: [groupId: string, by: number][]): Promise<void> {
  for (const [groupId, by] of changes.sort(([one], [two]) => (one < two ? -1 : 1))) {
    await tx.query('update discussion_group set thread_count = thread_count + $2 where id = $1', [groupId, by]);
  }
}
