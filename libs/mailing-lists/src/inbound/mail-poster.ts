import { Injectable } from '@nestjs/common';
import { type Arrival, GroupMembers, type Post, Posts, Threads } from '#discussions';
import { type Actor } from '#platform/access';
import { Language } from '#platform/language';
import { Files } from '#platform/storage';
import { wroteByMail } from '../mailing-lists.messages.js';
import { displayName } from '../message/header-text.js';
import { type ParsedMail } from '../message/parsed-mail.js';
import { replyText } from '../message/reply-text.js';
import { textToMarkdown } from '../message/text-to-markdown.js';
import { threadTitle } from '../message/thread-title.js';
import { type MailInHand } from './mail-in-hand.js';
import { MailRouting } from './mail-routing.js';
import { NothingToPost, TextTooLong } from './posting.refusals.js';

const longestTitle = 200;

/** Turns a mail into a post, inside the caller's unit of work. What discussions refuse, they refuse here too. */
@Injectable()
export class MailPoster {
  constructor(
    private readonly threads: Threads,
    private readonly posts: Posts,
    private readonly members: GroupMembers,
    private readonly routing: MailRouting,
    private readonly files: Files,
    private readonly language: Language,
  ) {}

  /** Posts in the sender's name. Who was no member doesn't begin to get the group's mail by this: nobody asked for that. */
  async postAs(author: Actor, hand: MailInHand, member: boolean): Promise<Post> {
    const post = await this.post(author, hand, '');
    if (!member) await this.members.setDelivery(author, { groupId: hand.group.id, delivery: 'NOTHING' });
    return post;
  }

  /** Posts for somebody without an account, in the name of the moderator who approves it, saying whose words they are. */
  async postFor(moderator: Actor, hand: MailInHand): Promise<Post> {
    const { from } = hand.mail;
    const name = displayName(from?.name ?? '') || displayName(from?.address ?? '');
    const introduction = this.language.say(moderator.locale, wroteByMail, {
      name: name.replace(/[\\*_`[\]<]/g, '\\$&'),
    });
    return this.post(moderator, hand, `*${introduction}*\n\n`);
  }

  private async post(author: Actor, { mail, address, group }: MailInHand, introduction: string): Promise<Post> {
    const { text, quoted } = replyText(mail.text);
    if (mail.textCut) throw new TextTooLong();
    if (!/[^\s\p{Z}\p{C}]/u.test(text) && mail.attachments.length === 0) throw new NothingToPost();
    const route = await this.routing.find(mail, group.id, address.kind === 'thread' ? address.threadId : null);
    const body = textToMarkdown(text, mail.textOrigin === 'HTML' ? 'HTML' : 'TEXT');
    const content = { body: introduction + body, attachmentIds: await this.keepFiles(author, mail) };
    const arrival: Arrival = { origin: 'EMAIL', messageId: mail.messageId, quoted };
    if (route) return this.posts.reply(author, { ...content, ...route }, arrival);
    const title = threadTitle(mail.subject, text, longestTitle) || (mail.attachments[0]?.filename ?? group.name);
    return (await this.threads.start(author, { ...content, groupId: group.id, title }, arrival)).post;
  }

  private async keepFiles(author: Actor, mail: ParsedMail): Promise<string[]> {
    const ids: string[] = [];
    for (const { filename, mediaType, content } of mail.attachments) {
      const file = await this.files.keep(author.requiredId, filename, mediaType, Buffer.from(content));
      ids.push(file.id);
    }
    return ids;
  }
}
