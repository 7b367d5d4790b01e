import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface RelayedMail {
  from: string;
  to: string;
  raw: Buffer;
  mail: Email;
  header: (name: string) => string | undefined;
}

/** A real SMTP server that stands where a provider's relay would: it keeps what it has answered 250 to. */
export class Relay {
  readonly mails: RelayedMail[] = [];
  /** What to answer to the next messages instead of 250; left empty again once used up. */
  readonly answers: { code: number; text: string }[] = [];
  private readonly server: SMTPServer;

  constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        buffer(stream)
          .then(async (raw) => {
            const refusal = this.answers.shift();
            if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
            const mail = await PostalMime.parse(raw);
            for (const recipient of session.envelope.rcptTo) {
              this.mails.push({
                from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
                to: recipient.address,
                raw,
                mail,
                header: (name) => mail.headers.find((header) => header.key === name.toLowerCase())?.value,
              });
            }
            done();
          })
          .catch((error: Error) => done(error));
      },
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The first mail that fits, waiting for it for as long as ten seconds. */
  async mailWhere(fits: (mail: RelayedMail) => boolean): Promise<RelayedMail> {
    for (const end = Date.now() + 10_000; ;) {
      const found = this.mails.find(fits);
      if (found) return found;
      if (Date.now() > end)
        throw new Error(
          `No such mail came; there were: ${this.mails.map((mail) => `${mail.to} “${mail.mail.subject}”`).join(', ')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
