import { connect, type Socket } from 'node:net';

/** Says exactly what it is told to a mail port, as no well-meant client would. */
export class RawSmtp {
  private received = '';
  private waiter: (() => void) | null = null;
  private ended = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.received += chunk.toString('latin1');
      this.waiter?.();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.ended = true;
      this.waiter?.();
    });
  }

  static async connect(port: number): Promise<RawSmtp> {
    const smtp = new RawSmtp(connect(port, '127.0.0.1'));
    await smtp.answer();
    return smtp;
  }

  /** One line out, one answer back; what is written after DATA is ended by the lone dot. */
  async say(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`, 'latin1');
    return this.answer();
  }

  /** A whole mail; the answer to the first command that is not taken, or to the mail itself. */
  async mail(from: string, to: string, raw: string | Buffer): Promise<string> {
    for (const line of [`EHLO sender.example`, `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) {
      const answer = await this.say(line);
      if (!/^[23]/.test(answer)) return answer;
    }
    this.socket.write(raw);
    return this.say('\r\n.');
  }

  close(): void {
    this.socket.destroy();
  }

  private async answer(): Promise<string> {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(this.received)?.[0];
      if (whole) {
        this.received = this.received.slice(whole.length);
        return whole.trim();
      }
      if (this.ended) return 'closed';
      await new Promise<void>((resolve) => {
        this.waiter = resolve;
      });
    }
  }
}
