import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { BatchLoader, inKeyOrder } from '#platform/graphql';
import { type AttachmentType } from './attachment.type.js';
import { readableGroup } from './readable-group.js';
import { uuidsIn } from './uuids.js';

/** SQL that is true where a file (alias `f`) is attached to a post that the viewer may read and nobody has removed. */
const attachedReadably = (viewer: string): string => `exists (
  select 1 from post_attachment a join post p on p.id = a.post_id join thread t on t.id = p.thread_id
  join discussion_group g on g.id = t.group_id
  where a.file_id = f.id and p.removed_at is null and ${readableGroup('g', viewer)})`;

/** Files attached to posts, by id: theirs who may read the post. */
@Injectable()
export class AttachmentLoader extends BatchLoader<string, AttachmentType> {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(AttachmentType | null)[]> {
    const rows = await this.database.query<AttachmentType>(
      `select f.id, f.filename, f.media_type as "mediaType", f.size::int, $3::text || f.id as url from file f
       where f.id = any($1::uuid[]) and ${attachedReadably('$2')}`,
      [uuidsIn(ids), viewer.personId, `${this.config.publicUrl}/files/`],
    );
    return inKeyOrder(ids, rows, (row) => row.id);
  }

  /** For the door of files. */
  async mayRead(actor: Actor, fileId: string): Promise<boolean> {
    const [file] = await this.batch([fileId], actor);
    return file !== null && file !== undefined;
  }
}
