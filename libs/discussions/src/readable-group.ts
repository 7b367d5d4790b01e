/**
 * SQL that is true where a person may read a group: everyone a public one, people with a verified address a members'
 * one, its members only a private one; platform roles open nothing. `group` is the alias of a `discussion_group`,
 * `viewer` an expression or placeholder for the person's uuid, null for somebody signed out. Every read goes through it.
 */
export const readableGroup = (group: string, viewer: string): string =>
  `(${group}.visibility = 'PUBLIC'
    or exists (select 1 from group_member reading where reading.group_id = ${group}.id and reading.person_id = ${viewer}::uuid)
    or (${group}.visibility = 'MEMBERS'
        and exists (select 1 from person reading where reading.id = ${viewer}::uuid and reading.verified_at is not null)))`;
