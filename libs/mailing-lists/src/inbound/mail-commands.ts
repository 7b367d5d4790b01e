import { Injectable } from '@nestjs/common';
import { GroupMembers } from '#discussions';
import { type Transaction } from '#platform/database';
import { Refusal } from '#platform/refusals';
import { ListAddresses } from '../list-addresses.js';
import { joinedByMail, leftByMail, notJoined, unknownAddress } from '../mailing-lists.messages.js';
import { InboundMessages } from './inbound-messages.js';
import { MailAnswers } from './mail-answers.js';
import { findings, type SentMail } from './mail-in-hand.js';
import { CameBefore } from './posting.refusals.js';

/** Does what mail to `+join` and `+leave` asks for: for people with an account, whose mail was authenticated. */
@Injectable()
export class MailCommands {
  constructor(
    private readonly members: GroupMembers,
    private readonly addresses: ListAddresses,
    private readonly messages: InboundMessages,
    private readonly answers: MailAnswers,
  ) {}

  /** Makes the sender a member who gets every post. */
  async join(sent: SentMail): Promise<void> {
    const { actor } = sent.sender;
    try {
      await this.forAccount(sent, async (tx) => {
        await this.members.join(actor, sent.group.id);
        await this.members.setDelivery(actor, { groupId: sent.group.id, delivery: 'EVERY_POST' });
        const leave = this.addresses.command(sent.group.slug, 'leave');
        await this.answers.give(tx, sent, { kind: 'JOINED', message: joinedByMail, values: { leave } });
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof CameBefore) throw error;
      const answer = { kind: 'NOT_JOINED', message: notJoined, values: { reason: error.message } };
      await this.messages.settle(
        sent.message,
        findings(sent),
        { status: 'REFUSED', refusal: error.constructor.name },
        (tx) => this.answers.give(tx, sent, answer),
      );
    }
  }

  /** Ends the sender's mail from the list; leaving the group altogether is for the web. */
  async leave(sent: SentMail): Promise<void> {
    const { actor, member } = sent.sender;
    await this.forAccount(sent, async (tx) => {
      if (member) await this.members.setDelivery(actor, { groupId: sent.group.id, delivery: 'NOTHING' });
      await this.answers.give(tx, sent, { kind: 'LEFT', message: leftByMail });
    });
  }

  private async forAccount(sent: SentMail, act: (tx: Transaction) => Promise<void>): Promise<void> {
    if (sent.authentication.verdict !== 'AUTHENTICATED') {
      return this.messages.settle(sent.message, findings(sent), { status: 'REFUSED', refusal: 'NOT_AUTHENTICATED' });
    }
    if (sent.sender.actor.signedIn) return this.messages.settle(sent.message, findings(sent), { status: 'DONE' }, act);
    return this.messages.settle(sent.message, findings(sent), { status: 'REFUSED', refusal: 'UNKNOWN_ADDRESS' }, (tx) =>
      this.answers.give(tx, sent, { kind: 'UNKNOWN_ADDRESS', message: unknownAddress }),
    );
  }
}
