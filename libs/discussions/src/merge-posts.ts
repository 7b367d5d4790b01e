import { type Transaction } from '#platform/database';
import { recountReaders, recountThread } from './recount-readers.js';

/**
 * Moves all posts of one thread into another, in the order of their times. Each reader's mark goes to just before the
 * first post that they had not read in either, so that nothing unread is passed over.
 */
export async function mergePosts(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await tx.query(
    `with placed as (
       select id, thread_id, number, author_id, (row_number() over (order by created_at, id))::int as place
       from post where thread_id in ($1, $2)),
     readers as (
       select person_id, case when bool_or(follow = 'FOLLOWING') then 'FOLLOWING' when bool_and(follow = 'MUTED') then 'MUTED' else 'NORMAL' end as follow
       from thread_reader where thread_id in ($1, $2) group by person_id),
     marks as (
       select readers.person_id, readers.follow, coalesce((
         select min(placed.place) - 1 from placed
         left join thread_reader r on r.thread_id = placed.thread_id and r.person_id = readers.person_id
         where placed.number > coalesce(r.last_read_number, 0) and placed.author_id is distinct from readers.person_id
       ), (select count(*) from placed))::int as read
       from readers)
     insert into thread_reader (thread_id, person_id, follow, last_read_number)
     select $2, person_id, follow, read from marks
     on conflict on constraint thread_reader_once do update set follow = excluded.follow, last_read_number = excluded.last_read_number`,
    [fromId, intoId],
  );
  await tx.query(
    `update post set thread_id = $2, number = placed.place from (
       select id, (row_number() over (order by created_at, id))::int as place from post where thread_id in ($1, $2)) placed
     where post.id = placed.id`,
    [fromId, intoId],
  );
  await tx.query('delete from thread_reader where thread_id = $1', [fromId]);
  await tx.query('update thread set merged_into_id = $2, post_count = 0, pinned = false where id = $1', [
    fromId,
    intoId,
  ]);
  await tx.query('update thread set merged_into_id = $2 where merged_into_id = $1', [fromId, intoId]);
  await recountThread(tx, intoId);
  await recountReaders(tx, [intoId]);
}
