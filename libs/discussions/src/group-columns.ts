/**
 * The columns of a `GroupType` row for hand-written SQL, from an alias of `discussion_group`, with the membership of the
 * viewer and the cursor of the group's topic. `viewer` is a placeholder of a uuid or null.
 */
export const groupColumns = (of: string, viewer: string): string =>
  `${of}.id, ${of}.slug, ${of}.name, ${of}.about, ${of}.kind, ${of}.visibility,
   ${of}.member_count as "memberCount", ${of}.thread_count as "threadCount",
   (select json_build_object('moderator', own.moderator, 'delivery', own.delivery) from group_member own
     where own.group_id = ${of}.id and own.person_id = ${viewer}::uuid) as membership,
   coalesce((select topic.cursor::text from topic where topic.name = 'group:' || ${of}.id), '0') as cursor`;
