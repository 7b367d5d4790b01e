import { Injectable } from '@nestjs/common';
import { Database, type Transaction, UnitOfWork } from '#platform/database';
import { RateLimited, Refusal } from '#platform/refusals';
import { type PostingPolicy } from '../mailing-list-words.js';
import { ListAddresses } from '../list-addresses.js';
import { MailRefusal } from '../message/mail.refusals.js';
import { field } from '../message/parsed-mail.js';
import { InboundMessages, type Outcome } from './inbound-messages.js';
import { MailAnswers } from './mail-answers.js';
import { findings, type SentMail } from './mail-in-hand.js';
import { MailPoster } from './mail-poster.js';
import { decidePosting, type PostingDecision } from './posting.policy.js';
import { AnsweredRefusal, CameBefore, NotPosted } from './posting.refusals.js';

/** Decides about a mail to a list or a thread, and carries it out: post, hold or refusal, in one transaction with its answer. */
@Injectable()
export class PostByMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly addresses: ListAddresses,
    private readonly messages: InboundMessages,
    private readonly poster: MailPoster,
    private readonly answers: MailAnswers,
  ) {}

  async take(sent: SentMail): Promise<void> {
    const decision = await this.decide(sent);
    try {
      if (decision.kind === 'POST') await this.post(sent);
      else if (decision.kind === 'HOLD') await this.settle(sent, { status: 'HELD', holdReason: decision.reason });
      else await this.refuse(sent, decision.refusal);
    } catch (error) {
      if (error instanceof CameBefore) return this.settle(sent, { status: 'DUPLICATE' });
      // Too many posts in ten minutes: the job comes again later.
      if (error instanceof RateLimited) throw error;
      if (error instanceof Refusal) return this.refuse(sent, new NotPosted(error.constructor.name, error.message));
      if (error instanceof MailRefusal) return this.refuse(sent, error);
      throw error;
    }
  }

  private async decide({ group, sender, authentication, mail }: SentMail): Promise<PostingDecision> {
    const list = await this.database.one<{ policy: PostingPolicy }>(
      'select policy from mailing_list where group_id = $1',
      [group.id],
    );
    return decidePosting({
      policy: list?.policy ?? 'MEMBERS_ONLY',
      visibility: group.visibility,
      sender: { ...sender, authenticated: authentication.verdict === 'AUTHENTICATED' },
      mail: {
        recipients: mail.recipients.length,
        suspectedSpam: /^yes\b/i.test(field(mail, 'x-spam-flag')) || /^yes\b/i.test(field(mail, 'x-spam-status')),
        namesTheList: mail.recipients.some(({ address }) => this.addresses.parse(address) !== null),
      },
    });
  }

  private async post(sent: SentMail): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.messages.lock(tx, sent.message.id, 'RECEIVED'))) return;
      const post = await this.poster.postAs(sent.sender.actor, sent, sent.sender.member);
      await this.messages.decide(tx, sent.message, findings(sent), { status: 'POSTED', postId: post.id });
    });
  }

  private async refuse(sent: SentMail, refusal: MailRefusal): Promise<void> {
    await this.settle(sent, { status: 'REFUSED', refusal: refusal.kind }, async (tx) => {
      // An outsider is not told that a private group exists, not even by a refusal.
      const mayKnow = sent.group.visibility !== 'PRIVATE' || sent.sender.member;
      if (!(refusal instanceof AnsweredRefusal) || !mayKnow) return;
      const reason = refusal instanceof NotPosted ? refusal.reason : '';
      await this.answers.give(tx, sent, {
        kind: refusal.kind,
        message: refusal.answer,
        values: { reason },
        returnsText: true,
      });
    });
  }

  private settle(sent: SentMail, outcome: Outcome, also?: (tx: Transaction) => Promise<void>): Promise<void> {
    return this.messages.settle(sent.message, findings(sent), outcome, also);
  }
}
