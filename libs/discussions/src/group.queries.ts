import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { connection, type Connection, keyset, type KeyColumn, type PageWish } from '#platform/graphql';
import { NotFound } from '#platform/refusals';
import { groupColumns } from './group-columns.js';
import { type DeliveryMode, type GroupKind } from './group-words.js';
import { type GroupMemberType, type GroupType } from './group.type.js';
import { readableGroup } from './readable-group.js';
import { type FollowState } from './thread-words.js';

/** A member as the sending of mail sees it; `follow` is NORMAL where no thread was named. */
export interface MailRecipient {
  personId: string;
  delivery: DeliveryMode;
  follow: FollowState;
}

type GroupRow = GroupType & { sortName: string };

const byName: KeyColumn[] = [
  { sql: 'lower(g.name)', field: 'sortName', type: 'text' },
  { sql: 'g.id', field: 'id', type: 'uuid' },
];
const bySince: KeyColumn[] = [
  { sql: 'm.since', field: 'since', type: 'timestamptz' },
  { sql: 'm.person_id', field: 'personId', type: 'uuid' },
];

/** Reads groups: with an actor what that actor may read, without one whatever there is, for programs. */
@Injectable()
export class GroupQueries {
  constructor(private readonly database: Database) {}

  /** By id or slug; null where there is none that the actor may read. */
  find(actor: Actor, by: { id?: string | null; slug?: string | null }): Promise<GroupType | null> {
    return this.database.one<GroupType>(
      `select ${groupColumns('g', '$1')} from discussion_group g
       where ${by.id ? 'g.id = $2::uuid' : 'g.slug = $2'} and ${readableGroup('g', '$1')}`,
      [actor.personId, by.id ?? by.slug ?? ''],
    );
  }

  async require(actor: Actor, groupId: string): Promise<GroupType> {
    const group = await this.find(actor, { id: groupId });
    if (!group) throw new NotFound('group');
    return group;
  }

  /** Groups that the actor may read, by name; `mine` only those joined. */
  async page(actor: Actor, wish: PageWish, mine: boolean, kinds: GroupKind[] | null): Promise<Connection<GroupType>> {
    const condition = `${readableGroup('g', '$1')} and ($2::text[] is null or g.kind = any($2))
      and (not $3 or exists (select 1 from group_member me where me.group_id = g.id and me.person_id = $1::uuid))`;
    const given = [actor.personId, kinds, mine];
    const page = keyset(byName, wish, given);
    const rows = await this.database.query<GroupRow>(
      `select ${groupColumns('g', '$1')}, lower(g.name) as "sortName" from discussion_group g
       where ${condition} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = () => this.count(`from discussion_group g where ${condition}`, given);
    return connection(rows, byName, page, wish, count, (row) => row);
  }

  /** Who is in a group, in the order in which they came; nobody once the actor may not read it any more. */
  async members(actor: Actor, group: GroupType, wish: PageWish): Promise<Connection<GroupMemberType>> {
    const page = keyset(bySince, wish, [group.id, actor.personId]);
    const rows = await this.database.query<GroupMemberType>(
      `select m.person_id as "personId", m.delivery, m.moderator, m.since from group_member m
       join discussion_group g on g.id = m.group_id and ${readableGroup('g', '$2')}
       where m.group_id = $1 and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    return connection(rows, bySince, page, wish, group.memberCount, (row) => row);
  }

  bySlug(slug: string): Promise<GroupType | null> {
    return this.database.one<GroupType>(
      `select ${groupColumns('g', 'null')} from discussion_group g where g.slug = $1`,
      [slug],
    );
  }

  byId(id: string): Promise<GroupType | null> {
    return this.database.one<GroupType>(`select ${groupColumns('g', 'null')} from discussion_group g where g.id = $1`, [
      id,
    ]);
  }

  /** All members with how they wish to get posts; with a thread, how they follow that. */
  mailRecipients(groupId: string, threadId: string | null = null): Promise<MailRecipient[]> {
    return this.database.query<MailRecipient>(
      `select m.person_id as "personId", m.delivery, coalesce(r.follow, 'NORMAL') as follow from group_member m
       left join thread_reader r on r.thread_id = $2::uuid and r.person_id = m.person_id
       where m.group_id = $1 order by m.person_id`,
      [groupId, threadId],
    );
  }

  async isMember(groupId: string, personId: string): Promise<boolean> {
    const found = await this.database.one('select 1 from group_member where group_id = $1 and person_id = $2', [
      groupId,
      personId,
    ]);
    return found !== null;
  }

  async moderatorIds(groupId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select person_id as id from group_member where group_id = $1 and moderator order by person_id',
      [groupId],
    );
    return rows.map(({ id }) => id);
  }

  async isModerator(groupId: string, personId: string): Promise<boolean> {
    return (await this.moderatorIds(groupId)).includes(personId);
  }

  /** Which of these people may read the group at this moment; null stands for somebody signed out. */
  async readers(groupId: string, personIds: readonly (string | null)[]): Promise<Set<string | null>> {
    const rows = await this.database.query<{ id: string | null }>(
      `select viewer.id from unnest($2::uuid[]) as viewer(id), discussion_group g
       where g.id = $1 and ${readableGroup('g', 'viewer.id')}`,
      [groupId, personIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async count(from: string, values: unknown[]): Promise<number> {
    return (await this.database.one<{ count: number }>(`select count(*)::int as count ${from}`, values))?.count ?? 0;
  }
}
