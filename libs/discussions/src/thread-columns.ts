import { groupColumns } from './group-columns.js';
import { type PersonInJson, personJson, personOf } from './person-json.js';
import { type ThreadType } from './thread.type.js';

/**
 * The columns of a thread with its group, author and the viewer's place in it, for hand-written SQL: aliases of `thread`
 * and its `discussion_group`, a placeholder of the viewer's uuid or null. {@link threadOf} makes the row of it.
 */
export const threadColumns = (thread: string, group: string, viewer: string): string =>
  `${thread}.id, ${thread}.group_id as "groupId", ${thread}.title, ${thread}.themes,
   ${thread}.created_at as "createdAt", ${thread}.last_post_at as "lastPostAt", ${thread}.post_count as "postCount",
   ${thread}.locked, ${thread}.pinned,
   (select row_to_json(whole) from (select ${groupColumns(group, viewer)}) as whole) as "group",
   ${personJson(`${thread}.author_id`)} as author,
   (select json_build_object('follow', own.follow, 'lastReadNumber', own.last_read_number, 'ownUnread', own.own_unread,
      'lastReadPostId', (select p.id from post p where p.thread_id = own.thread_id and p.number = own.last_read_number))
    from thread_reader own where own.thread_id = ${thread}.id and own.person_id = ${viewer}::uuid) as reading,
   coalesce((select topic.cursor::text from topic where topic.name = 'thread:' || ${thread}.id), '0') as cursor`;

export type ThreadRow = Omit<ThreadType, 'author'> & { author: PersonInJson | null };

export const threadOf = <Row extends ThreadRow>(row: Row): Row & ThreadType => ({
  ...row,
  author: row.author && personOf(row.author),
});
