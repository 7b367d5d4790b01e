import { Injectable } from '@nestjs/common';
import { Config, crashHere } from '#platform/config';
import { newId, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { type MailGroup } from '../list-directory.js';
import { InboundMessage } from './inbound-message.entity.js';

/** The name of the job that reads a kept mail and decides about it; stored with each job. */
export const takeInMail = 'mailing-lists.take-in-mail';

/** A recipient that was accepted: an address of ours and the group behind it. */
export interface AcceptedRecipient {
  address: string;
  group: MailGroup;
  /** A thread's address says more than the list's when a mail has both. */
  toThread: boolean;
}

export interface ReceivedMail {
  raw: Buffer;
  mailFrom: string;
  clientIp: string | null;
  helo: string;
  recipients: readonly AcceptedRecipient[];
}

/** Keeps mail before it is acknowledged. */
@Injectable()
export class MailReceipt {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Resolves once the original bytes are committed, with the jobs that will read them: from then on nothing is lost. */
  async keep(mail: ReceivedMail): Promise<void> {
    crashHere(this.config, 'after-data');
    await this.unitOfWork.run(async (tx) => {
      for (const recipient of onePerGroup(mail.recipients)) {
        const id = newId();
        await tx.insert(InboundMessage, {
          id,
          groupId: recipient.group.id,
          address: recipient.address,
          mailFrom: mail.mailFrom,
          clientIp: mail.clientIp,
          helo: mail.helo,
          raw: mail.raw,
          receivedAt: this.clock.now(),
          status: 'RECEIVED',
          ...undecided,
        });
        await tx.addJob(takeInMail, { id }, { key: `take-in-mail:${id}` });
      }
    });
    crashHere(this.config, 'after-commit');
  }
}

const undecided = {
  decidedAt: null,
  decidedBy: null,
  messageId: null,
  personId: null,
  fromName: '',
  fromAddress: '',
  subject: '',
  excerpt: '',
  authentication: null,
  holdReason: null,
  refusal: null,
  postId: null,
} satisfies Partial<InboundMessage>;

/** A mail to a list and to one of its threads is one mail to the thread; commands stand for themselves. */
function onePerGroup(recipients: readonly AcceptedRecipient[]): AcceptedRecipient[] {
  const kept = new Map<string, AcceptedRecipient>();
  for (const recipient of recipients) {
    const isPost = recipient.toThread || !recipient.address.includes('+');
    const key = isPost ? recipient.group.id : recipient.address;
    if (!kept.has(key) || recipient.toThread) kept.set(key, recipient);
  }
  return [...kept.values()];
}
