import { Injectable } from '@nestjs/common';
import { type PersonType } from '#people';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { connection, type Connection, keyset, type KeyColumn } from '#platform/graphql';
import { NotFound } from '#platform/refusals';
import { unreadThread } from './group.loader.js';
import { type GroupType } from './group.type.js';
import { type PersonInJson, personJson, personOf } from './person-json.js';
import { readableGroup } from './readable-group.js';
import { threadColumns, threadOf, type ThreadRow } from './thread-columns.js';
import { ThreadLoader } from './thread.loader.js';
import { type ThreadsArgs, type ThreadType } from './thread.type.js';

const pinnedThenLiveliest: KeyColumn[] = [
  { sql: '(t.pinned::int)', field: 'pinnedFirst', type: 'int', descending: true },
  { sql: 't.last_post_at', field: 'lastPostAt', type: 'timestamptz', descending: true },
  { sql: 't.id', field: 'id', type: 'uuid', descending: true },
];

/** Reads threads that an actor may read. */
@Injectable()
export class ThreadQueries {
  constructor(
    private readonly database: Database,
    private readonly threads: ThreadLoader,
  ) {}

  async require(actor: Actor, threadId: string): Promise<ThreadType> {
    const [thread] = await this.threads.batch([threadId], actor);
    if (!thread) throw new NotFound('thread');
    return thread;
  }

  /** Threads of a group, pinned ones first, then by their last post; none once the actor may not read the group any more. */
  async ofGroup(actor: Actor, group: GroupType, wish: ThreadsArgs): Promise<Connection<ThreadType>> {
    const condition = `t.group_id = $2 and t.merged_into_id is null and ${readableGroup('g', '$1')}
      and ($3::text is null or $3 = any(t.themes)) and ${wish.unreadOnly ? unreadByViewer : 'true'}`;
    const given = [actor.personId, group.id, wish.theme ?? null];
    const page = keyset(pinnedThenLiveliest, wish, given);
    const rows = await this.database.query<ThreadRow & { pinnedFirst: number }>(
      `select ${threadColumns('t', 'g', '$1')}, t.pinned::int as "pinnedFirst"
       from thread t join discussion_group g on g.id = t.group_id
       where ${condition} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const filtered = Boolean(wish.theme ?? wish.unreadOnly);
    const count = async () => {
      const sql = `select count(*)::int as count from thread t join discussion_group g on g.id = t.group_id where ${condition}`;
      return (await this.database.one<{ count: number }>(sql, given))?.count ?? 0;
    };
    return connection(rows, pinnedThenLiveliest, page, wish, filtered ? count : group.threadCount, threadOf);
  }

  /** Who wrote in a thread, those who wrote most first. */
  async participants(actor: Actor, threadId: string, first: number): Promise<PersonType[]> {
    const rows = await this.database.query<{ person: PersonInJson }>(
      `select ${personJson('r.person_id')} as person from thread_reader r
       join thread t on t.id = r.thread_id join discussion_group g on g.id = t.group_id
       where r.thread_id = $2 and r.post_count > 0 and ${readableGroup('g', '$1')}
       order by r.post_count desc, r.person_id desc limit $3`,
      [actor.personId, threadId, first],
    );
    return rows.map(({ person }) => personOf(person));
  }

  /** Which of these people may read the thread at this moment; null stands for somebody signed out. */
  async readers(threadId: string, personIds: readonly (string | null)[]): Promise<Set<string | null>> {
    const rows = await this.database.query<{ id: string | null }>(
      `select viewer.id from unnest($2::uuid[]) as viewer(id), thread asked
       join thread t on t.id = coalesce(asked.merged_into_id, asked.id) join discussion_group g on g.id = t.group_id
       where asked.id = $1 and ${readableGroup('g', 'viewer.id')}`,
      [threadId, personIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** The first condition bounds the second: it lets the index of activity skip all that the viewer has long caught up with. */
const unreadByViewer = `
  t.last_post_at > (select m.caught_up_at from group_member m where m.group_id = $2 and m.person_id = $1::uuid)
  and exists (
    select 1 from group_member m left join thread_reader r on r.thread_id = t.id and r.person_id = m.person_id
    where m.group_id = $2 and m.person_id = $1::uuid and ${unreadThread('t', 'r', 'm')})`;
