import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#platform/database';
import { countedReaction } from './kept-reactions.js';
import { type KeptReaction, Post } from './post.entity.js';

/** What discussions keep about a person: for their export, and to be taken out when their account is erased. */
@Injectable()
export class PersonalTraces {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<object> {
    const [groups, posts, reactions, threads] = await Promise.all([
      this.database.query(
        `select g.slug, g.name, m.moderator, m.delivery, m.since from group_member m
         join discussion_group g on g.id = m.group_id where m.person_id = $1 order by m.since`,
        [personId],
      ),
      this.database.query(
        `select p.id, t.title as thread, p.body, p.origin, p.created_at, p.edited_at, p.removed_at,
           (select json_agg(json_build_object('body', r.body, 'at', r.at) order by r.at) from post_revision r where r.post_id = p.id) as revisions
         from post p join thread t on t.id = p.thread_id where p.author_id = $1 order by p.created_at, p.id`,
        [personId],
      ),
      this.database.query('select post_id, emoji, at from post_reaction where person_id = $1 order by at', [personId]),
      this.database.query(
        `select t.title, r.follow, r.last_read_number from thread_reader r join thread t on t.id = r.thread_id where r.person_id = $1`,
        [personId],
      ),
    ]);
    return { groups, posts, reactions, threads };
  }

  /** Threads stay readable: posts keep the name that they were signed with, and nothing that leads to the person. */
  async erase(tx: Transaction, personId: string): Promise<void> {
    await this.takeBackReactions(tx, personId);
    await tx.query(
      `with gone as (delete from group_member where person_id = $1 returning group_id)
       update discussion_group set member_count = member_count - 1 where id in (select group_id from gone)`,
      [personId],
    );
    await tx.query('delete from thread_reader where person_id = $1', [personId]);
    await tx.query('delete from post_report where reporter_id = $1', [personId]);
    await tx.query('update post set author_id = null, idempotency_key = null where author_id = $1', [personId]);
    await tx.query('update thread set author_id = null where author_id = $1', [personId]);
    await tx.query('update post_revision set editor_id = null where editor_id = $1', [personId]);
    await tx.query('update post set removed_by = null where removed_by = $1', [personId]);
    await tx.query('update discussion_group set created_by = null where created_by = $1', [personId]);
  }

  private async takeBackReactions(tx: Transaction, personId: string): Promise<void> {
    const rows = await tx.query<{ postId: string; emoji: string; reactions: KeptReaction[] }>(
      `select p.id as "postId", x.emoji, p.reactions from post_reaction x join post p on p.id = x.post_id
       where x.person_id = $1 order by p.id for update of p`,
      [personId],
    );
    const kept = new Map<string, KeptReaction[]>();
    for (const row of rows) kept.set(row.postId, countedReaction(kept.get(row.postId) ?? row.reactions, row.emoji, -1));
    for (const [id, reactions] of kept) await tx.update(Post, { id }, { reactions });
    await tx.query('delete from post_reaction where person_id = $1', [personId]);
  }
}
