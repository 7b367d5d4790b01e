import { Injectable } from '@nestjs/common';
import { type Post } from '#discussions';
import { type Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { HeldMessageLoader } from './held-message.loader.js';
import { InboundMessage } from './inbound/inbound-message.entity.js';
import { InboundMessages } from './inbound/inbound-messages.js';
import { MailAnswers } from './inbound/mail-answers.js';
import { type SentMail } from './inbound/mail-in-hand.js';
import { MailOpener } from './inbound/mail-opener.js';
import { MailPoster } from './inbound/mail-poster.js';
import { CannotBePosted, HeldMessageGone } from './mailing-list.refusals.js';
import { HeldMessageDecided } from './mailing-lists.events.js';
import { heldMailRejected, heldMailRejectedBecause } from './mailing-lists.messages.js';
import { MailRefusal } from './message/mail.refusals.js';

/** What moderators do with mail that waits for them. Two who decide at once: the first counts. */
@Injectable()
export class HeldMessages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly loader: HeldMessageLoader,
    private readonly messages: InboundMessages,
    private readonly opener: MailOpener,
    private readonly poster: MailPoster,
    private readonly answers: MailAnswers,
  ) {}

  /**
   * Posts the mail in its sender's name, or, where the sender has no account, in the moderator's with the sender named above it.
   * Refused: {@link HeldMessageGone}, {@link CannotBePosted}.
   */
  async approve(actor: Actor, id: string): Promise<string> {
    const sent = await this.open(actor, id);
    return this.unitOfWork.run(async (tx) => {
      await this.lock(tx, id);
      const post = await this.post(actor, sent);
      await this.decide(tx, actor, sent, { status: 'POSTED', postId: post.id });
      return post.id;
    });
  }

  /** Lets the sender know, with the reason if there is one, as far as an answer may go out at all. */
  async reject(actor: Actor, id: string, reason: string | null): Promise<void> {
    const sent = await this.open(actor, id);
    await this.unitOfWork.run(async (tx) => {
      await this.lock(tx, id);
      await this.decide(tx, actor, sent, { status: 'REJECTED' });
      const message = reason ? heldMailRejectedBecause : heldMailRejected;
      await this.answers.give(tx, sent, { kind: `REJECTED ${id}`, message, values: { reason }, returnsText: true });
    });
  }

  /** Nobody but the group's moderators learns whether there is such a mail. */
  private async open(actor: Actor, id: string): Promise<SentMail> {
    actor.requireVerified();
    const [visible] = await this.loader.batch([id], actor);
    const message = visible && (await this.messages.find(id, 'HELD'));
    if (!message) throw new NotFound('mail');
    const opened = await this.opener.open(message);
    if (!opened) throw new NotFound('mail');
    return this.opener.findSender(opened.hand);
  }

  private async post(moderator: Actor, sent: SentMail): Promise<Post> {
    const { actor, member } = sent.sender;
    try {
      return await (actor.signedIn ? this.poster.postAs(actor, sent, member) : this.poster.postFor(moderator, sent));
    } catch (error) {
      throw error instanceof MailRefusal ? new CannotBePosted(error.message) : error;
    }
  }

  private async lock(tx: Transaction, id: string): Promise<void> {
    if (!(await this.messages.lock(tx, id, 'HELD'))) throw new HeldMessageGone();
  }

  private async decide(
    tx: Transaction,
    actor: Actor,
    { message }: SentMail,
    outcome: { status: 'POSTED'; postId: string } | { status: 'REJECTED' },
  ): Promise<void> {
    const decided = { ...outcome, decidedAt: this.clock.now(), decidedBy: actor.requiredId };
    await tx.update(InboundMessage, { id: message.id }, decided);
    await tx.query('update mailing_list set held_count = held_count - 1 where group_id = $1', [message.groupId]);
    tx.record(new HeldMessageDecided(message.id, message.groupId, outcome.status === 'POSTED', actor.requiredId));
  }
}
