import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { BadUserInput } from '#platform/refusals';
import { Clock } from '#platform/time';
import { ReactionsChanged } from './discussions.events.js';
import { PostGone } from './discussions.refusals.js';
import { countedReaction, isEmoji, mostKindsOfReaction } from './kept-reactions.js';
import { ThreadLock } from './locked-thread.js';
import { Post } from './post.entity.js';
import { type ReactInput } from './post.input.js';

/** Gives emojis to posts and takes them back. */
@Injectable()
export class Reactions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly lock: ThreadLock,
  ) {}

  /** Whoever may read a post may react to it, once an address is verified. Giving twice counts once. */
  async react(actor: Actor, input: ReactInput): Promise<string> {
    actor.requireVerified();
    if (!isEmoji(input.emoji)) throw new BadUserInput('A reaction is one emoji.', 'emoji');
    return this.unitOfWork.run(async (tx) => {
      const { post, thread, group } = await this.lock.takeWithPost(tx, actor, input.postId);
      if (post.removedAt) throw new PostGone();
      const changed = await tx.query(
        input.on
          ? `insert into post_reaction (post_id, person_id, emoji, at) values ($1, $2, $3, $4)
             on conflict on constraint post_reaction_once do nothing returning 1`
          : `delete from post_reaction where post_id = $1 and person_id = $2 and emoji = $3 and $4::timestamptz is not null returning 1`,
        [post.id, actor.requiredId, input.emoji, this.clock.now()],
      );
      if (changed.length === 0) return post.id;
      const reactions = countedReaction(post.reactions, input.emoji, input.on ? 1 : -1);
      if (reactions.length > mostKindsOfReaction) {
        throw new BadUserInput(`A post takes ${mostKindsOfReaction} different emojis.`, 'emoji');
      }
      await tx.update(Post, { id: post.id }, { reactions });
      tx.record(new ReactionsChanged(post.id, thread.id, group.id));
      return post.id;
    });
  }
}
