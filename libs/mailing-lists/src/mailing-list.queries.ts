import { Injectable } from '@nestjs/common';
import { GroupQueries, groupPolicy, type GroupType } from '#discussions';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { connection, type Connection, keyset, type KeyColumn, type PageWish } from '#platform/graphql';
import { heldColumns } from './held-columns.js';
import { type HeldMessageType, type ListSubscriberType, type MailingListType } from './mailing-list.type.js';
import { type SubscriberStatus } from './mailing-list-words.js';

const bySince: KeyColumn[] = [
  { sql: 'm.since', field: 'since', type: 'timestamptz' },
  { sql: 'm.person_id', field: 'personId', type: 'uuid' },
];
const byArrival: KeyColumn[] = [
  { sql: 'i.received_at', field: 'receivedAt', type: 'timestamptz' },
  { sql: 'i.id', field: 'id', type: 'uuid' },
];
/** A member who wants no mail has unsubscribed; the other modes are all ways of being subscribed. */
const status = `case when m.delivery = 'NOTHING' then 'UNSUBSCRIBED' else 'ACTIVE' end`;

/** Reads what the moderators of a list see of it. */
@Injectable()
export class MailingListQueries {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupQueries,
  ) {}

  /** The group as it is to an actor who moderates it; NOT_FOUND or FORBIDDEN to others. */
  async requireModerated(actor: Actor, groupId: string): Promise<GroupType> {
    const group = await this.groups.require(actor, groupId);
    actor.require(groupPolicy.moderate(actor, group), 'Only moderators of the group may do this.');
    return group;
  }

  async subscribers(
    actor: Actor,
    list: MailingListType,
    wish: PageWish,
    only: SubscriberStatus | null,
  ): Promise<Connection<ListSubscriberType>> {
    await this.requireModerated(actor, list.groupId);
    const given = [list.groupId, only];
    const condition = `m.group_id = $1 and ($2::text is null or ${status} = $2)`;
    const page = keyset(bySince, wish, given);
    const rows = await this.database.query<ListSubscriberType>(
      `select md5(m.group_id::text || m.person_id::text)::uuid as id, m.person_id as "personId", null as email, m.delivery,
              ${status} as status, 0 as "bounceScore", m.since
       from group_member m where ${condition} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async () => {
      const counted = await this.database.one<{ count: number }>(
        `select count(*)::int as count from group_member m where ${condition}`,
        given,
      );
      return counted?.count ?? 0;
    };
    return connection(rows, bySince, page, wish, count, (row) => row);
  }

  /** What waits for a moderator, the oldest first. */
  async held(actor: Actor, list: MailingListType, wish: PageWish): Promise<Connection<HeldMessageType>> {
    await this.requireModerated(actor, list.groupId);
    const page = keyset(byArrival, wish, [list.groupId]);
    const rows = await this.database.query<HeldMessageType>(
      `select ${heldColumns('i')} from inbound_message i
       where i.group_id = $1 and i.status = 'HELD' and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    return connection(rows, byArrival, page, wish, list.heldCount, (row) => row);
  }

  /** Which of these people may see what is held for the group at this moment. */
  async moderators(groupId: string, personIds: readonly (string | null)[]): Promise<Set<string | null>> {
    const rows = await this.database.query<{ id: string }>(
      `select p.id from person p join discussion_group g on g.id = $1
       left join group_member m on m.group_id = g.id and m.person_id = p.id
       where p.id = any($2::uuid[]) and p.verified_at is not null
         and (coalesce(m.moderator, false) or (g.visibility <> 'PRIVATE' and p.roles && array['MODERATOR', 'ADMIN']))`,
      [groupId, personIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
