import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { BatchLoader, groupedByKey, inKeyOrder } from '#platform/graphql';
import { postColumns } from './post-columns.js';
import { type PostRevisionType, type PostType } from './post.type.js';
import { readableGroup } from './readable-group.js';
import { uuidsIn } from './uuids.js';

/** Posts by id that the viewer may read; removed ones as tombstones. */
@Injectable()
export class PostLoader extends BatchLoader<string, PostType> {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(PostType | null)[]> {
    const rows = await this.database.query<PostType>(
      `select ${postColumns('p', '$2', '$3')} from post p
       join thread t on t.id = p.thread_id join discussion_group g on g.id = t.group_id
       where p.id = any($1::uuid[]) and ${readableGroup('g', '$2')}`,
      [uuidsIn(ids), viewer.personId, `${this.config.publicUrl}/files/`],
    );
    return inKeyOrder(ids, rows, (row) => row.id);
  }
}

/** Earlier wordings of posts, oldest first; of posts that the viewer may read. */
@Injectable()
export class RevisionsLoader extends BatchLoader<string, PostRevisionType[]> {
  constructor(private readonly database: Database) {
    super();
  }

  async batch(postIds: readonly string[], viewer: Actor): Promise<PostRevisionType[][]> {
    const rows = await this.database.query<PostRevisionType>(
      `select r.post_id as "postId", r.body, r.editor_id as "editorId", r.at from post_revision r
       join post p on p.id = r.post_id join thread t on t.id = p.thread_id join discussion_group g on g.id = t.group_id
       where r.post_id = any($1::uuid[]) and p.removed_at is null and ${readableGroup('g', '$2')}
       order by r.at, r.id`,
      [postIds, viewer.personId],
    );
    return groupedByKey(postIds, rows, (row) => row.postId);
  }
}
