import { Injectable } from '@nestjs/common';
import { readableGroup } from '#discussions';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { ListAddresses } from './list-addresses.js';
import { type PostingPolicy } from './mailing-list-words.js';
import { type DeliveryTraceType, type MailingListType } from './mailing-list.type.js';

interface ListRow {
  id: string;
  groupId: string;
  slug: string;
  policy: PostingPolicy;
  subscriberCount: number;
  heldCount: number;
}

/** Lists of groups that the viewer may read, by one of two keys. */
@Injectable()
abstract class ListLoader extends BatchLoader<string, MailingListType> {
  protected abstract readonly key: 'id' | 'groupId';

  constructor(
    private readonly database: Database,
    private readonly addresses: ListAddresses,
  ) {
    super();
  }

  async batch(keys: readonly string[], viewer: Actor): Promise<(MailingListType | null)[]> {
    const rows = await this.database.query<ListRow>(
      `select l.id, l.group_id as "groupId", g.slug, l.policy, l.subscriber_count as "subscriberCount", l.held_count as "heldCount"
       from mailing_list l join discussion_group g on g.id = l.group_id
       where ${this.key === 'id' ? 'l.id' : 'l.group_id'} = any($1::uuid[]) and ${readableGroup('g', '$2')}`,
      [keys, viewer.personId],
    );
    const lists = rows.map(({ slug, ...row }) => ({
      ...row,
      address: this.addresses.list(slug),
      listId: this.addresses.listId(slug),
    }));
    return inKeyOrder(keys, lists as MailingListType[], (list) => list[this.key]);
  }
}

@Injectable()
export class MailingListLoader extends ListLoader {
  protected readonly key = 'id';
}

@Injectable()
export class MailingListOfGroupLoader extends ListLoader {
  protected readonly key = 'groupId';
}

/** How far posts got by mail; whoever reads the post may know. A post that nobody gets by mail has a trace of nothing. */
@Injectable()
export class DeliveryTraceLoader extends BatchLoader<string, DeliveryTraceType> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(postIds: readonly string[]): Promise<DeliveryTraceType[]> {
    const rows = await this.database.query<DeliveryTraceType & { postId: string }>(
      `select post_id as "postId", recipients, delivered, recipients - delivered - failed as waiting, failed
       from delivery_trace where post_id = any($1::uuid[])`,
      [postIds],
    );
    return inKeyOrder(postIds, rows, (row) => row.postId).map(
      (row) => row ?? { recipients: 0, delivered: 0, waiting: 0, failed: 0 },
    );
  }
}
