import { Injectable } from '@nestjs/common';
import { GroupQueries } from '#discussions';
import { People } from '#people';
import { Language } from '#platform/language';
import { Letters } from '#platform/mail';
import { mailToOwner } from '../mailing-lists.messages.js';
import { displayName, headerText } from '../message/header-text.js';
import { InboundMessages } from './inbound-messages.js';
import { findings, type SentMail } from './mail-in-hand.js';

/** Mail to the owners goes to so many moderators at most. */
const mostOwners = 20;

/** Passes mail for `+owner` on to the moderators of the group, who answer its sender themselves. */
@Injectable()
export class OwnerMail {
  constructor(
    private readonly groups: GroupQueries,
    private readonly people: People,
    private readonly messages: InboundMessages,
    private readonly letters: Letters,
    private readonly language: Language,
  ) {}

  async passOn(sent: SentMail): Promise<void> {
    const { mail, group, authentication } = sent;
    if (authentication.verdict !== 'AUTHENTICATED' || mail.from === null) {
      return this.messages.settle(sent.message, findings(sent), { status: 'REFUSED', refusal: 'NOT_AUTHENTICATED' });
    }
    const replyTo = mail.from.address;
    const moderators = await this.people.byIds((await this.groups.moderatorIds(group.id)).slice(0, mostOwners));
    return this.messages.settle(sent.message, findings(sent), { status: 'DONE' }, async (tx) => {
      for (const { email, locale } of moderators) {
        if (email === null) continue;
        await this.letters.write(tx, {
          to: email,
          subject: this.language.say(locale, mailToOwner, {
            list: displayName(group.name) || group.slug,
            subject: headerText(mail.subject, 120),
          }),
          text: mail.text,
          headers: { 'Reply-To': replyTo },
        });
      }
    });
  }
}
