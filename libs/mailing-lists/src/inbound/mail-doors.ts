import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { SMTPServer } from 'smtp-server';
import { Config } from '#platform/config';
import { ListAddresses } from '../list-addresses.js';
import { ListDirectory } from '../list-directory.js';
import { mailLimits } from '../message/mail-limits.js';
import { TrustedHosts } from '../message/trusted-hosts.js';
import { MailReceipt } from './mail-receipt.js';
import { MailSessions } from './mail-session.js';
import { SmtpAnswer, tryLater } from './smtp-answer.js';

const socketMillis = 60_000;
const closeMillis = 5_000;
const maxClients = 200;

/** The SMTP and the LMTP port. STARTTLS is offered where `mail-key.pem` and `mail-cert.pem` lie in the data folder. */
@Injectable()
export class MailDoors implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sessions: MailSessions;
  private readonly open: SMTPServer[] = [];
  /** Where they listen in this process; null where they don't. */
  smtpPort: number | null = null;
  lmtpPort: number | null = null;

  constructor(
    private readonly config: Config,
    addresses: ListAddresses,
    directory: ListDirectory,
    receipt: MailReceipt,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(MailDoors.name);
    this.sessions = new MailSessions(addresses, directory, receipt, new TrustedHosts(config.trustedHosts));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.has('mail')) return;
    const { smtpPort, lmtpPort } = this.config;
    if (smtpPort !== 0) this.smtpPort = await this.listen(smtpPort, false);
    if (lmtpPort !== 0) this.lmtpPort = await this.listen(lmtpPort, true);
  }

  /** Takes no new connection, lets mail under way be kept, then closes what is left. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.open.splice(0).map((server) => new Promise<void>((closed) => server.close(closed))));
  }

  private async listen(port: number, lmtp: boolean): Promise<number> {
    const { sessions } = this;
    const certificate = this.certificate();
    const server = new SMTPServer({
      ...certificate,
      lmtp,
      name: this.config.mailDomain,
      banner: 'Gemina',
      size: mailLimits.message,
      disabledCommands: certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      hideENHANCEDSTATUSCODES: true,
      disableReverseLookup: true,
      maxClients,
      socketTimeout: socketMillis,
      closeTimeout: closeMillis,
      onConnect: (session, done) => this.answer(() => sessions.connect(session), done),
      onMailFrom: (_address, session, done) => this.answer(() => sessions.from(session), done),
      onRcptTo: ({ address }, session, done) => this.answer(() => sessions.to(address, session), done),
      onData: (stream, session, done) => this.answer(() => sessions.mail(stream, session), done, '2.6.0 Kept.'),
      onClose: (session, done) => this.answer(() => sessions.close(session), done ?? (() => undefined)),
    });
    server.on('error', (error) => this.logger.debug({ err: error }, 'a mail connection broke'));
    this.open.push(server);
    await new Promise<void>((listening, failed) => {
      server.server.once('error', failed);
      server.listen(port, () => listening());
    });
    return (server.server.address() as AddressInfo).port;
  }

  private answer(
    work: () => Promise<void> | void,
    done: (error?: Error | null, message?: string) => void,
    said?: string,
  ): void {
    Promise.resolve()
      .then(work)
      .then(
        () => done(null, said),
        (error: unknown) => {
          if (error instanceof SmtpAnswer) return done(error);
          this.logger.error({ err: error as Error }, 'a mail could not be taken in');
          done(tryLater());
        },
      );
  }

  private certificate(): { key: Buffer; cert: Buffer } | null {
    const [key, cert] = ['mail-key.pem', 'mail-cert.pem'].map((name) => join(this.config.dataFolder, name));
    if (!key || !cert || !existsSync(key) || !existsSync(cert)) return null;
    return { key: readFileSync(key), cert: readFileSync(cert) };
  }
}
