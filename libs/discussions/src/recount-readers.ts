import { type Transaction } from '#platform/database';

/** Counts anew, after posts have changed places, what each reader of these threads wrote and which of it is beyond their mark. */
export async function recountReaders(tx: Transaction, threadIds: readonly string[]): Promise<void> {
  await tx.query(
    `insert into thread_reader (thread_id, person_id)
     select distinct p.thread_id, p.author_id from post p where p.thread_id = any($1::uuid[]) and p.author_id is not null
     on conflict on constraint thread_reader_once do nothing`,
    [threadIds],
  );
  await tx.query(
    `update thread_reader r set post_count = own.written, own_unread = own.beyond
     from (select reader.thread_id, reader.person_id, count(p.id) as written, count(p.id) filter (where p.number > reader.last_read_number) as beyond
       from thread_reader reader left join post p on p.thread_id = reader.thread_id and p.author_id = reader.person_id
       where reader.thread_id = any($1::uuid[]) group by reader.thread_id, reader.person_id) own
     where r.thread_id = own.thread_id and r.person_id = own.person_id`,
    [threadIds],
  );
}

/** Sets what a thread keeps of its posts from the posts that it has now. */
export async function recountThread(tx: Transaction, threadId: string): Promise<void> {
  await tx.query(
    `update thread t set post_count = now.posts, last_post_at = coalesce(now.last, t.last_post_at), created_at = coalesce(now.first, t.created_at)
     from (select count(*) as posts, min(created_at) as first, max(created_at) as last from post where thread_id = $1) now where t.id = $1`,
    [threadId],
  );
}
