import { Injectable } from '@nestjs/common';
import { PostQueries } from '#discussions';
import { type ParsedMail } from '../message/parsed-mail.js';

/** The thread that a mail goes on with, and the post it answers where it says which. */
export interface MailRoute {
  threadId: string;
  parentId: string | null;
}

/** More Message-IDs than these nobody's mail program names; the newest count. */
const mostNamed = 50;

/** Finds the thread that a mail belongs to, inside the one group that it was addressed to. */
@Injectable()
export class MailRouting {
  constructor(private readonly posts: PostQueries) {}

  /**
   * The thread that was written to, else that of the newest post of ours that the mail names, else null: a new thread. A
   * Message-ID is looked for in the addressed group only, so that knowing one opens no other group's thread.
   */
  async find(
    mail: Pick<ParsedMail, 'inReplyTo' | 'references'>,
    groupId: string,
    threadId: string | null,
  ): Promise<MailRoute | null> {
    const named = [...mail.inReplyTo, ...mail.references.toReversed()].slice(0, mostNamed);
    const found = named.length === 0 ? [] : await this.posts.byMessageIds(groupId, named);
    const answered = found
      .filter((post) => post.removedAt === null)
      .sort((one, other) => named.indexOf(one.messageId) - named.indexOf(other.messageId))[0];
    if (threadId === null) return answered ? { threadId: answered.threadId, parentId: answered.id } : null;
    const thread = await this.posts.threadById(threadId);
    if (thread?.groupId !== groupId) return null;
    return { threadId: thread.id, parentId: answered?.threadId === thread.id ? answered.id : null };
  }
}
