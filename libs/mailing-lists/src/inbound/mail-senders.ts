import { Injectable } from '@nestjs/common';
import { GroupQueries, groupPolicy } from '#discussions';
import { People } from '#people';
import { Actor, Door } from '#platform/access';
import { type Mailbox } from '../message/parsed-mail.js';

/** The person behind a From address, and what they are to the group that they write to. */
export interface MailSender {
  /** Nobody where the address is no one's verified address. */
  actor: Actor;
  /** The person's address, as they gave it; null for nobody. */
  email: string | null;
  member: boolean;
  moderator: boolean;
}

const nobody: MailSender = { actor: Actor.nobody, email: null, member: false, moderator: false };

/** Finds senders by address. Whether they are believed is another question. */
@Injectable()
export class MailSenders {
  constructor(
    private readonly people: People,
    private readonly door: Door,
    private readonly groups: GroupQueries,
  ) {}

  async find(from: Mailbox | null, groupId: string): Promise<MailSender> {
    const person = from && (await this.people.byVerifiedEmail(from.address));
    const actor = person && (await this.door.actorOf(person.id));
    if (!actor) return nobody;
    const group = await this.groups.find(actor, { id: groupId });
    return {
      actor,
      email: person.email,
      member: group?.membership != null,
      moderator: group !== null && groupPolicy.moderate(actor, group),
    };
  }
}
