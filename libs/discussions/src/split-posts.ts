import { type Transaction } from '#platform/database';
import { recountReaders, recountThread } from './recount-readers.js';

/** Moves posts from a number on into an empty thread, numbered from 1; who had read up to there has read as far as before. */
export async function splitPosts(tx: Transaction, threadId: string, from: number, startedId: string): Promise<void> {
  await tx.query('update post set thread_id = $3, number = number - $2 + 1 where thread_id = $1 and number >= $2', [
    threadId,
    from,
    startedId,
  ]);
  await tx.query(
    `insert into thread_reader (thread_id, person_id, follow, last_read_number)
     select $3, person_id, follow, greatest(last_read_number - $2 + 1, 0) from thread_reader where thread_id = $1`,
    [threadId, from, startedId],
  );
  await tx.query('update thread_reader set last_read_number = least(last_read_number, $2 - 1) where thread_id = $1', [
    threadId,
    from,
  ]);
  for (const id of [threadId, startedId]) await recountThread(tx, id);
  await recountReaders(tx, [threadId, startedId]);
}
