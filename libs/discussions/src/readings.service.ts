import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { unreadThread } from './group.loader.js';
import { PostLoader } from './post.loader.js';
import { type FollowThreadInput, type MarkReadInput } from './thread.input.js';
import { ThreadQueries } from './thread.queries.js';
import { type ThreadType } from './thread.type.js';

/** Posts may become visible this much after they were dated; nothing younger is taken as caught up with. */
const settledAfterSeconds = 300;

/** How far people have read, and which threads they follow. */
@Injectable()
export class Readings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly threads: ThreadQueries,
    private readonly posts: PostLoader,
  ) {}

  async follow(actor: Actor, input: FollowThreadInput): Promise<ThreadType> {
    return this.unitOfWork.run(async (tx) => {
      const thread = await this.threads.require(actor, input.threadId);
      await tx.query(
        `insert into thread_reader (thread_id, person_id, follow) values ($1, $2, $3)
         on conflict on constraint thread_reader_once do update set follow = excluded.follow`,
        [thread.id, actor.requiredId, input.state],
      );
      if (thread.reading?.follow === 'MUTED') await lookFrom(tx, thread.groupId, thread.lastPostAt, actor.requiredId);
      return this.threads.require(actor, thread.id);
    });
  }

  /** Moves the mark to a post, forwards only: an older device never makes read posts unread. */
  async markRead(actor: Actor, input: MarkReadInput): Promise<ThreadType> {
    return this.unitOfWork.run(async (tx) => {
      const thread = await this.threads.require(actor, input.threadId);
      const [post] = await this.posts.batch([input.postId], actor);
      if (post?.threadId !== thread.id) throw new NotFound('post in this thread');
      if (post.number > (thread.reading?.lastReadNumber ?? 0)) {
        await this.moveMark(tx, actor.requiredId, thread.id, post.number);
        await this.catchUp(tx, actor.requiredId, thread.groupId);
      }
      return this.threads.require(actor, thread.id);
    });
  }

  /** The first statement locks the reader's row, so that the second counts own posts that were written meanwhile. */
  private async moveMark(tx: Transaction, personId: string, threadId: string, number: number): Promise<void> {
    const reader = await tx.one<{ wrote: boolean }>(
      `insert into thread_reader as r (thread_id, person_id, last_read_number) values ($1, $2, $3)
       on conflict on constraint thread_reader_once do update set last_read_number = greatest(r.last_read_number, $3)
       returning post_count > 0 as wrote`,
      [threadId, personId, number],
    );
    if (!reader?.wrote) return;
    await tx.query(
      `update thread_reader r set own_unread = (
         select count(*) from post p where p.thread_id = r.thread_id and p.number > r.last_read_number and p.author_id = r.person_id)
       where r.thread_id = $1 and r.person_id = $2`,
      [threadId, personId],
    );
  }

  /** Moves a member's line to just before the group's oldest unread thread, so that counting what is unread stays short. */
  private async catchUp(tx: Transaction, personId: string, groupId: string): Promise<void> {
    await tx.query(
      `update group_member m set caught_up_at = greatest(m.caught_up_at, least($3, coalesce((
         select t.last_post_at - interval '1 millisecond' from thread t
         left join thread_reader r on r.thread_id = t.id and r.person_id = m.person_id
         where t.group_id = m.group_id and ${unreadThread('t', 'r', 'm')}
         order by t.last_post_at limit 1), $3)))
       where m.group_id = $1 and m.person_id = $2`,
      [groupId, personId, this.clock.in(-settledAfterSeconds)],
    );
  }
}

/** Has unread threads of a group counted from an instant on, for one member or for all; never from before they joined. */
export async function lookFrom(
  tx: Transaction,
  groupId: string,
  at: Date,
  personId: string | null = null,
): Promise<void> {
  await tx.query(
    `update group_member m set caught_up_at = greatest(m.since, $2::timestamptz - interval '1 millisecond')
     where m.group_id = $1 and ($3::uuid is null or m.person_id = $3) and m.caught_up_at >= $2::timestamptz`,
    [groupId, at, personId],
  );
}
