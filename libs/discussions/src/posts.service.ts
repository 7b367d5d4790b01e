import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Config } from '#platform/config';
import { newId, UnitOfWork } from '#platform/database';
import { BadUserInput } from '#platform/refusals';
import { Clock } from '#platform/time';
import { PostEdited, PostRemoved } from './discussions.events.js';
import { PostGone, ThreadLocked } from './discussions.refusals.js';
import { GroupMembers } from './group-members.service.js';
import { groupPolicy } from './group.policy.js';
import { ThreadLock } from './locked-thread.js';
import { type Arrival, fromTheWeb, NewPost, type PostContent } from './new-post.js';
import { PostRevision } from './post-revision.entity.js';
import { Post } from './post.entity.js';
import { type EditPostInput } from './post.input.js';
import { renderMarkdown } from './render-markdown.js';

/** An answer in a thread. */
export interface ReplyWish extends PostContent {
  threadId: string;
}

/** Replies to threads, and changes what was said. */
@Injectable()
export class Posts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly members: GroupMembers,
    private readonly lock: ThreadLock,
    private readonly newPost: NewPost,
  ) {}

  /** Who is not a member yet becomes one. The same key, or the same mail, twice is the same post. Refused: {@link ThreadLocked}. */
  async reply(actor: Actor, wish: ReplyWish, arrival: Arrival = fromTheWeb): Promise<Post> {
    actor.requireVerified();
    return this.unitOfWork.run(async (tx) => {
      const { thread, group } = await this.lock.take(tx, actor, wish.threadId);
      const earlier = await this.newPost.earlier(tx, actor, group.id, wish, arrival);
      if (earlier) return earlier;
      actor.require(groupPolicy.post(actor, group));
      if (thread.locked && !groupPolicy.moderate(actor, group)) throw new ThreadLocked();
      if (!group.membership) await this.members.add(group.id, [actor.requiredId]);
      return this.newPost.write(tx, actor, thread, wish, arrival);
    });
  }

  /** Authors edit their own words; what stood there before is kept. Refused: {@link PostGone}, {@link ThreadLocked}. */
  async edit(actor: Actor, input: EditPostInput): Promise<string> {
    actor.requireVerified();
    return this.unitOfWork.run(async (tx) => {
      const { post, thread, group } = await this.lock.takeWithPost(tx, actor, input.postId);
      actor.require(post.authorId === actor.requiredId, 'Only its author may edit a post.');
      if (post.removedAt) throw new PostGone();
      if (thread.locked && !groupPolicy.moderate(actor, group)) throw new ThreadLocked();
      if (!/[^\s\p{Z}\p{C}]/u.test(input.body)) throw new BadUserInput('Write something, or remove the post.', 'body');
      if (post.body === input.body) return post.id;
      await tx.insert(PostRevision, {
        id: newId(),
        postId: post.id,
        body: post.body,
        editorId: post.authorId,
        at: post.editedAt ?? post.createdAt,
      });
      await tx.update(
        Post,
        { id: post.id },
        {
          body: input.body,
          html: renderMarkdown(input.body, this.config.publicUrl),
          editedAt: this.clock.now(),
        },
      );
      tx.record(new PostEdited(post.id, thread.id, group.id));
      return post.id;
    });
  }

  /** By the author or a moderator. A tombstone stays in its place; removing it again changes nothing. */
  async remove(actor: Actor, postId: string, reason: string | null): Promise<string> {
    actor.requireVerified();
    return this.unitOfWork.run(async (tx) => {
      const { post, thread, group } = await this.lock.takeWithPost(tx, actor, postId);
      actor.require(post.authorId === actor.requiredId || groupPolicy.moderate(actor, group));
      if (post.removedAt) return post.id;
      await tx.update(
        Post,
        { id: post.id },
        {
          removedAt: this.clock.now(),
          removedBy: actor.requiredId,
          removalReason: reason,
        },
      );
      tx.record(new PostRemoved(post.id, thread.id, group.id));
      return post.id;
    });
  }
}
