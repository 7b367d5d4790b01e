import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '#platform/config';
import { Outbox } from './outbox.js';

export interface Envelope {
  from: string;
  to: string;
}

/** The relay's no: `permanent` (5xx) is a bounce, else it is tried again later. */
export class MailRefused extends Error {
  constructor(
    readonly permanent: boolean,
    readonly response: string,
  ) {
    super(response);
  }
}

const answerWithinMillis = 30_000;

/** Hands ready-made messages to the relay, or keeps them in the local outbox where none is configured. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly relay: Transporter | null;

  constructor(
    config: Config,
    private readonly outbox: Outbox,
  ) {
    this.relay = config.relayUrl
      ? createTransport({
          url: config.relayUrl,
          pool: true,
          maxConnections: 5,
          maxMessages: 200,
          connectionTimeout: answerWithinMillis,
          greetingTimeout: answerWithinMillis,
          socketTimeout: answerWithinMillis,
          disableFileAccess: true,
          disableUrlAccess: true,
        } as Parameters<typeof createTransport>[0])
      : null;
  }

  /** Resolves once the relay has answered 250; {@link MailRefused} carries any other answer, or that none came. */
  async deliver(envelope: Envelope, raw: Buffer): Promise<void> {
    if (!this.relay) return this.outbox.keep(envelope, raw);
    try {
      await this.relay.sendMail({ envelope: { from: envelope.from, to: [envelope.to] }, raw });
    } catch (error) {
      const { code, responseCode, response, message } = error as {
        code?: string;
        responseCode?: number;
        response?: string;
        message: string;
      };
      // A no to the greeting or the password is about us, not about this mail: it is tried again.
      const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
      throw new MailRefused(aboutTheMail && (responseCode ?? 0) >= 500, (response ?? message).slice(0, 500));
    }
  }

  onApplicationShutdown(): void {
    this.relay?.close();
  }
}
