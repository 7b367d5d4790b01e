import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { canonicalEmail } from '#people';
import { type ListAddresses } from '../list-addresses.js';
import { type ListDirectory } from '../list-directory.js';
import { inspectHeader, mailLimits } from '../message/mail-limits.js';
import { MailRefusal, MessageTooLarge } from '../message/mail.refusals.js';
import { type TrustedHosts } from '../message/trusted-hosts.js';
import { type AcceptedRecipient, type MailReceipt } from './mail-receipt.js';
import * as answer from './smtp-answer.js';

/** What one address may do to one process; trusted hosts are not counted. */
const limits = {
  connectionsPerAddress: 20,
  recipientsPerMail: 100,
  unknownRecipients: 10,
  mailsPerMinute: 300,
  /** Mail being received, all connections together, in bytes. */
  inHand: 48 * 1024 * 1024,
};

interface SessionState {
  recipients: AcceptedRecipient[];
  unknown: number;
}

/** What the SMTP and the LMTP door have in common: whom they let in, for whom they take mail, and when they say that it is kept. */
export class MailSessions {
  readonly #connections = new Map<string, number>();
  readonly #states = new WeakMap<SMTPServerSession, SessionState>();
  readonly #rate = new RateLimiterMemory({ points: limits.mailsPerMinute, duration: 60 });
  #inHand = 0;

  constructor(
    private readonly addresses: ListAddresses,
    private readonly directory: ListDirectory,
    private readonly receipt: MailReceipt,
    private readonly trusted: TrustedHosts,
  ) {}

  connect(session: SMTPServerSession): void {
    const ip = session.remoteAddress;
    const open = (this.#connections.get(ip) ?? 0) + 1;
    this.#connections.set(ip, open);
    if (open > limits.connectionsPerAddress && !this.trusted.has(ip)) throw answer.tooManyConnections();
  }

  close(session: SMTPServerSession): void {
    const open = (this.#connections.get(session.remoteAddress) ?? 1) - 1;
    if (open > 0) this.#connections.set(session.remoteAddress, open);
    else this.#connections.delete(session.remoteAddress);
  }

  async from(session: SMTPServerSession): Promise<void> {
    this.#states.set(session, { recipients: [], unknown: this.#states.get(session)?.unknown ?? 0 });
    if (this.trusted.has(session.remoteAddress)) return;
    try {
      await this.#rate.consume(session.remoteAddress);
    } catch {
      throw answer.tooOften();
    }
  }

  /** Accepts an address of ours, or answers for it; guessing is ended after a few tries. */
  async to(address: string, session: SMTPServerSession): Promise<void> {
    const state = this.#states.get(session) ?? { recipients: [], unknown: 0 };
    this.#states.set(session, state);
    if (state.recipients.length >= limits.recipientsPerMail) throw answer.tooManyRecipients();
    if (state.unknown >= limits.unknownRecipients && !this.trusted.has(session.remoteAddress))
      throw answer.tooManyUnknown();
    const meant = this.addresses.parse(address);
    const group = meant && (await this.#orLater(this.directory.groupAt(meant, senderOf(session))));
    if (meant && group) {
      state.recipients.push({ address: this.addresses.build(meant), group, toThread: meant.kind === 'thread' });
      return;
    }
    state.unknown += 1;
    const ours = address.toLowerCase().endsWith(`@${this.addresses.domain}`);
    throw ours ? answer.noSuchList() : answer.notOurDomain();
  }

  /** Reads the mail to its end and keeps it. Only after this has resolved may 250 be said. */
  async mail(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    let chunks: Buffer[] = [];
    let size = 0;
    let held = 0;
    const hold = (bytes: number) => {
      held += bytes;
      this.#inHand += bytes;
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (
          size === held + chunk.length &&
          size <= mailLimits.message &&
          this.#inHand + chunk.length <= limits.inHand
        ) {
          hold(chunk.length);
          chunks.push(chunk);
        } else if (held > 0) {
          // What will be refused need not be held, but must be read to its end.
          chunks = [];
          hold(-held);
        }
      }
      if (size > mailLimits.message) throw refused(new MessageTooLarge(mailLimits.message));
      if (size > held) throw answer.noRoom();
      await this.#keep(Buffer.concat(chunks, size), session);
    } finally {
      hold(-held);
    }
  }

  async #keep(raw: Buffer, session: SMTPServerSession): Promise<void> {
    try {
      inspectHeader(raw);
    } catch (error) {
      throw error instanceof MailRefusal ? refused(error) : error;
    }
    const recipients = this.#states.get(session)?.recipients ?? [];
    const mail = {
      raw,
      recipients,
      mailFrom: senderOf(session),
      clientIp: session.remoteAddress,
      helo: heloOf(session),
    };
    await this.#orLater(this.receipt.keep(mail));
  }

  /** A database that fails is our fault: the sender keeps the mail and tries again. */
  async #orLater<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch {
      throw answer.tryLater();
    }
  }
}

function refused(refusal: MailRefusal): answer.SmtpAnswer {
  return new answer.SmtpAnswer(refusal.reply, `${refusal.message} (${refusal.kind})`);
}

/** The reverse path where it is an address that can be written to; empty for the null sender, and for what is neither. */
function senderOf(session: SMTPServerSession): string {
  return session.envelope.mailFrom === false ? '' : (canonicalEmail(session.envelope.mailFrom.address) ?? '');
}

function heloOf(session: SMTPServerSession): string {
  return (session.hostNameAppearsAs || '').replace(/[^\w.:[\]-]/g, '').slice(0, 255);
}
