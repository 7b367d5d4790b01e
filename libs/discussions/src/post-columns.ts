/**
 * The columns of a `PostType` row for hand-written SQL, from an alias of `post`. What a removed post said stays in the
 * table and never leaves it. `viewer` is a placeholder of a uuid or null, `files` one of the address of files.
 */
export const postColumns = (of: string, viewer: string, files: string): string => {
  const unlessRemoved = (value: string, otherwise: string): string =>
    `case when ${of}.removed_at is null then ${value} else ${otherwise} end`;
  const attachments = `coalesce((
    select json_agg(json_build_object('id', f.id, 'filename', f.filename, 'mediaType', f.media_type, 'size', f.size,
      'url', ${files}::text || f.id) order by a.position)
    from post_attachment a join file f on f.id = a.file_id where a.post_id = ${of}.id), '[]')`;
  return `${of}.id, ${of}.thread_id as "threadId", ${of}.number, ${of}.author_id as "authorId", ${of}.author_name as "authorName",
   ${of}.parent_id as "parentId", ${of}.origin, ${of}.message_id as "messageId",
   ${of}.created_at as "createdAt", ${of}.edited_at as "editedAt", ${of}.removed_at as "removedAt",
   ${unlessRemoved(`${of}.body`, "''")} as body, ${unlessRemoved(`${of}.html`, "''")} as html,
   ${unlessRemoved(`${of}.quoted`, 'null')} as quoted,
   ${unlessRemoved(`${of}.reactions`, "'[]'")} as "keptReactions",
   array(select given.emoji from post_reaction given where given.post_id = ${of}.id and given.person_id = ${viewer}::uuid) as "ownReactions",
   ${unlessRemoved(attachments, "'[]'")} as attachments`;
};
