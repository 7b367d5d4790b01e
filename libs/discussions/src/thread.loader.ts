import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { readableGroup } from './readable-group.js';
import { threadColumns, threadOf, type ThreadRow } from './thread-columns.js';
import { type ThreadType } from './thread.type.js';
import { uuidsIn } from './uuids.js';

/** Threads by id that the viewer may read. The id of one that was merged leads to where its posts went. */
@Injectable()
export class ThreadLoader extends BatchLoader<string, ThreadType> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(ThreadType | null)[]> {
    const rows = await this.database.query<ThreadRow & { askedId: string }>(
      `select asked.id as "askedId", ${threadColumns('t', 'g', '$2')} from thread asked
       join thread t on t.id = coalesce(asked.merged_into_id, asked.id)
       join discussion_group g on g.id = t.group_id
       where asked.id = any($1::uuid[]) and ${readableGroup('g', '$2')}`,
      [uuidsIn(ids), viewer.personId],
    );
    return inKeyOrder(ids, rows.map(threadOf), (row) => row.askedId);
  }
}
