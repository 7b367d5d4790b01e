import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { heldColumns } from './held-columns.js';
import { type HeldMessageType } from './mailing-list.type.js';

/** Held messages by id, of groups that the viewer moderates. */
@Injectable()
export class HeldMessageLoader extends BatchLoader<string, HeldMessageType> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(HeldMessageType | null)[]> {
    const rows = await this.database.query<HeldMessageType>(
      `select ${heldColumns('i')} from inbound_message i join discussion_group g on g.id = i.group_id
       left join group_member m on m.group_id = g.id and m.person_id = $2
       where i.id = any($1::uuid[]) and i.status = 'HELD'
         and $4 and (coalesce(m.moderator, false) or (g.visibility <> 'PRIVATE' and $3))`,
      [ids, viewer.personId, viewer.has('MODERATOR') || viewer.isAdmin, viewer.verified],
    );
    return inKeyOrder(ids, rows, (row) => row.id);
  }
}
