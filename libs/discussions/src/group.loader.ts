import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { groupColumns } from './group-columns.js';
import { type GroupType } from './group.type.js';
import { readableGroup } from './readable-group.js';
import { uuidsIn } from './uuids.js';

/** Groups by id that the viewer may read. */
@Injectable()
export class GroupLoader extends BatchLoader<string, GroupType> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(GroupType | null)[]> {
    const rows = await this.database.query<GroupType>(
      `select ${groupColumns('g', '$2')} from discussion_group g where g.id = any($1::uuid[]) and ${readableGroup('g', '$2')}`,
      [uuidsIn(ids), viewer.personId],
    );
    return inKeyOrder(ids, rows, (row) => row.id);
  }
}

/** The groups of networks, by the network's id, that the viewer may read. */
@Injectable()
export class GroupOfNetworkLoader extends BatchLoader<string, GroupType> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(networkIds: readonly string[], viewer: Actor): Promise<(GroupType | null)[]> {
    const rows = await this.database.query<GroupType & { networkId: string }>(
      `select n.network_id as "networkId", ${groupColumns('g', '$2')}
       from network_group n join discussion_group g on g.id = n.group_id
       where n.network_id = any($1::uuid[]) and ${readableGroup('g', '$2')}`,
      [networkIds, viewer.personId],
    );
    return inKeyOrder(networkIds, rows, (row) => row.networkId);
  }
}

/** How many threads of each group hold something that the viewer has not read. */
@Injectable()
export class UnreadThreadsLoader extends BatchLoader<string, number> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(groupIds: readonly string[], viewer: Actor): Promise<number[]> {
    const rows = await this.database.query<{ id: string; count: number }>(
      `select m.group_id as id, unread.count from group_member m
       cross join lateral (
         select count(*)::int as count from (
           select 1 from thread t left join thread_reader r on r.thread_id = t.id and r.person_id = m.person_id
           where t.group_id = m.group_id and ${unreadThread('t', 'r', 'm')}
           order by t.last_post_at limit ${mostCounted}
         ) as unread_threads
       ) as unread
       where m.person_id = $2 and m.group_id = any($1::uuid[])`,
      [groupIds, viewer.personId],
    );
    return inKeyOrder(groupIds, rows, (row) => row.id).map((row) => row?.count ?? 0);
  }
}

const mostCounted = 1000;

/** SQL that is true where a thread holds something unread for a member: aliases of thread, of its reader (outer joined), of the member. */
export const unreadThread = (thread: string, reader: string, member: string): string =>
  `${thread}.merged_into_id is null and ${thread}.last_post_at > ${member}.caught_up_at
   and ${thread}.post_count > coalesce(${reader}.last_read_number + ${reader}.own_unread, 0)
   and coalesce(${reader}.follow, 'NORMAL') <> 'MUTED'`;
