import { Injectable } from '@nestjs/common';
import { GroupQueries, PostAdded, PostQueries } from '#discussions';
import { People, type Person } from '#people';
import { newId, type StoredEvent, type Transaction, UnitOfWork } from '#platform/database';
import { type EventHandler, Handles } from '#platform/events';
import { Language } from '#platform/language';
import { Clock } from '#platform/time';
import { DeliveryBell } from './delivery-bell.js';
import { OurMailPlaces } from './mail-places.js';
import { composePostMail, type PostMail } from './outgoing-mail.js';

/** A post with what decides who gets it. */
interface PostToMail extends PostMail {
  groupId: string;
  authorId: string | null;
}

/** Readers who get the same bytes. */
interface Readership {
  postMailId: string;
  locale: string;
  timeZone: string;
  readers: Person[];
}

/** Writes one durable delivery for each reader who wants every post by mail. The author gets none. */
@Injectable()
@Handles(PostAdded)
export class MailPostToSubscribers implements EventHandler<PostAdded> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: GroupQueries,
    private readonly people: People,
    private readonly posts: PostQueries,
    private readonly places: OurMailPlaces,
    private readonly language: Language,
    private readonly clock: Clock,
    private readonly bell: DeliveryBell,
  ) {}

  async handle({ facts }: StoredEvent<PostAdded>): Promise<void> {
    const post = await this.post(facts.postId);
    if (!post) return;
    const readerships = this.readerships(await this.readers(post));
    const composed = await Promise.all(readerships.map((readership) => composePostMail(post, readership, this.places)));
    await this.unitOfWork.run(async (tx) => {
      const first = await tx.query(
        'insert into delivery_trace (post_id, recipients) values ($1, $2) on conflict do nothing returning post_id',
        [post.postId, readerships.reduce((sum, { readers }) => sum + readers.length, 0)],
      );
      if (first.length === 0) return;
      for (const [index, readership] of readerships.entries()) {
        const mail = composed[index];
        if (mail) await this.write(tx, post, readership, mail);
      }
      tx.afterCommit(() => this.bell.ring());
    });
  }

  /** Null where it was removed before it could be mailed, and for imported posts: their readers had them long ago. */
  private async post(postId: string): Promise<PostToMail | null> {
    const post = await this.posts.byId(postId);
    const group = post && (await this.groups.byId(post.groupId));
    if (!group || post.removedAt !== null || post.origin === 'IMPORT') return null;
    const ancestors = await this.posts.ancestorMessageIds(postId, 29);
    return { ...post, postId, group, ancestors, text: post.body, writtenAt: post.createdAt };
  }

  private async readers(post: PostToMail): Promise<Person[]> {
    const members = await this.groups.mailRecipients(post.groupId, post.threadId);
    const wanted = members.filter(
      ({ delivery, follow, personId }) => delivery === 'EVERY_POST' && follow !== 'MUTED' && personId !== post.authorId,
    );
    const people = await this.people.byIds(wanted.map(({ personId }) => personId));
    return people.filter((person) => person.email !== null && person.verifiedAt !== null);
  }

  private readerships(readers: readonly Person[]): Readership[] {
    const found = new Map<string, Readership>();
    for (const reader of readers) {
      const locale = this.language.spoken(reader.locale);
      const key = `${locale} ${reader.timeZone}`;
      const known = found.get(key);
      if (known) known.readers.push(reader);
      else found.set(key, { postMailId: newId(), locale, timeZone: reader.timeZone, readers: [reader] });
    }
    return [...found.values()];
  }

  private async write(
    tx: Transaction,
    post: PostToMail,
    { postMailId, locale, timeZone, readers }: Readership,
    mail: { group: string; messageId: string; subject: string; raw: Buffer },
  ): Promise<void> {
    await tx.query(
      `insert into post_mail (id, post_id, language, time_zone, group_slug, message_id, subject, raw)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [postMailId, post.postId, locale, timeZone, mail.group, mail.messageId, mail.subject, mail.raw],
    );
    await tx.query(
      `insert into delivery (id, post_id, group_id, person_id, recipient, post_mail_id, status, created_at, next_attempt_at)
       select d.id, $1, $2, d.person_id, d.recipient, $3, 'WAITING', $4, $4
       from unnest($5::uuid[], $6::uuid[], $7::text[]) as d(id, person_id, recipient)`,
      [
        post.postId,
        post.groupId,
        postMailId,
        this.clock.now(),
        readers.map(() => newId()),
        readers.map(({ id }) => id),
        readers.map(({ email }) => email),
      ],
    );
  }
}
