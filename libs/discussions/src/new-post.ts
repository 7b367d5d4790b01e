import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Config } from '#platform/config';
import { newId, type Transaction } from '#platform/database';
import { BadUserInput } from '#platform/refusals';
import { Clock } from '#platform/time';
import { PostAdded } from './discussions.events.js';
import { KeyInUse } from './discussions.refusals.js';
import { Post } from './post.entity.js';
import { renderMarkdown } from './render-markdown.js';
import { type PostOrigin } from './thread-words.js';

/** How a post came, where that was not the web app or the API. */
export interface Arrival {
  origin: PostOrigin;
  /** RFC 5322 Message-ID with its brackets; left out: one is made from the post's id. */
  messageId?: string | null;
  /** The quote and signature that were trimmed from a mail. */
  quoted?: string | null;
  /** When it was written, for imports; left out: now. */
  createdAt?: Date | null;
}

/** What somebody posts. */
export interface PostContent {
  body: string;
  parentId?: string | null;
  attachmentIds?: readonly string[] | null;
  idempotencyKey?: string | null;
}

export const fromTheWeb: Arrival = { origin: 'WEB' };

/** Writes one post into a thread whose row the transaction has locked. */
@Injectable()
export class NewPost {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The post that this is once more: by the author's key, or by the mail's own Message-ID in the same group. */
  async earlier(
    tx: Transaction,
    actor: Actor,
    groupId: string,
    content: PostContent,
    arrival: Arrival,
  ): Promise<Post | null> {
    if (content.idempotencyKey) {
      const found = await tx.find(Post, { authorId: actor.requiredId, idempotencyKey: content.idempotencyKey });
      if (found) return found;
    }
    if (!arrival.messageId) return null;
    const row = await tx.one<{ id: string }>(
      'select p.id from post p join thread t on t.id = p.thread_id where p.message_id = $1 and t.group_id = $2',
      [arrival.messageId, groupId],
    );
    return row && tx.find(Post, { id: row.id });
  }

  /** Refused: {@link KeyInUse} where the author's key was used at this very moment; trying again finds that post. */
  async write(
    tx: Transaction,
    actor: Actor,
    thread: { id: string; groupId: string },
    content: PostContent,
    arrival: Arrival,
  ): Promise<Post> {
    await requireContent(tx, actor, thread.id, content);
    const createdAt = arrival.createdAt ?? this.clock.now();
    const post = await this.place(tx, actor, thread.id, content, arrival, createdAt);
    await tx
      .insert(Post, post)
      .orRefuse('post_once_per_key', () => new KeyInUse())
      .orRefuse('post_message_id', () => new KeyInUse());
    await attach(tx, post.id, content.attachmentIds ?? []);
    await countForAuthor(tx, post);
    tx.record(new PostAdded(post.id, thread.id, thread.groupId));
    return post;
  }

  private async place(
    tx: Transaction,
    actor: Actor,
    threadId: string,
    content: PostContent,
    arrival: Arrival,
    createdAt: Date,
  ): Promise<Post> {
    const moved = await tx.one<{ number: number }>(
      `update thread set post_count = post_count + 1, last_post_at = greatest(last_post_at, $2) where id = $1
       returning post_count as number`,
      [threadId, createdAt],
    );
    const id = newId();
    return {
      id,
      threadId,
      number: moved?.number ?? 1,
      authorId: actor.requiredId,
      authorName: actor.name,
      parentId: content.parentId ?? null,
      body: content.body,
      html: renderMarkdown(content.body, this.config.publicUrl),
      quoted: arrival.quoted ?? null,
      origin: arrival.origin,
      messageId: (await freeMessageId(tx, arrival.messageId)) ?? `<${id}@${this.config.mailDomain}>`,
      idempotencyKey: content.idempotencyKey ?? null,
      reactions: [],
      createdAt,
      editedAt: null,
      removedAt: null,
      removedBy: null,
      removalReason: null,
    };
  }
}

async function requireContent(tx: Transaction, actor: Actor, threadId: string, content: PostContent): Promise<void> {
  const files = [...new Set(content.attachmentIds ?? [])];
  if (!/[^\s\p{Z}\p{C}]/u.test(content.body) && files.length === 0)
    throw new BadUserInput('Write something first.', 'body');
  if (content.parentId && !(await tx.find(Post, { id: content.parentId, threadId }))) {
    throw new BadUserInput('The post that this answers is not in this thread.', 'parentId');
  }
  if (files.length === 0) return;
  const own = await tx.query('select 1 from file where id = any($1::uuid[]) and owner_id = $2', [
    files,
    actor.requiredId,
  ]);
  if (own.length < files.length)
    throw new BadUserInput('Attach files that you have given to /files yourself.', 'attachmentIds');
}

/** A Message-ID that a post of another group has, as when one mail went to two lists, is not taken again. */
async function freeMessageId(tx: Transaction, wished: string | null | undefined): Promise<string | null> {
  if (!wished) return null;
  const taken = await tx.one('select 1 from post where message_id = $1', [wished]);
  return taken ? null : wished;
}

async function attach(tx: Transaction, postId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.query(
    `insert into post_attachment (post_id, position, file_id)
     select $1, min(position), file from unnest($2::uuid[]) with ordinality as given(file, position) group by file`,
    [postId, fileIds],
  );
}

/** Own posts are never unread: they move the author's mark where all before them was read, and are counted beside it where not. */
async function countForAuthor(tx: Transaction, post: Post): Promise<void> {
  await tx.query(
    `insert into thread_reader as r (thread_id, person_id, last_read_number, own_unread, post_count)
     values ($1, $2, case when $3::int = 1 then 1 else 0 end, case when $3::int = 1 then 0 else 1 end, 1)
     on conflict on constraint thread_reader_once do update set
       last_read_number = case when r.last_read_number + r.own_unread = $3::int - 1 then $3::int else r.last_read_number end,
       own_unread = case when r.last_read_number + r.own_unread = $3::int - 1 then 0 else r.own_unread + 1 end,
       post_count = r.post_count + 1`,
    [post.threadId, post.authorId, post.number],
  );
}
