import { createSocket, type Socket } from 'node:dgram';

/** A real DNS server over UDP with a handful of TXT records; every other name does not exist. */
export class DnsServer {
  readonly records = new Map<string, string>();
  private readonly socket: Socket = createSocket('udp4');

  async listen(): Promise<string> {
    this.socket.on('message', (query, { port, address }) => this.socket.send(this.answer(query), port, address));
    await new Promise<void>((resolve) => this.socket.bind(0, '127.0.0.1', resolve));
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  /** RFC 1035, 4.1: the question again, and one TXT record in pieces of 255 bytes at the most. */
  private answer(query: Buffer): Buffer {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const question = query.subarray(12, at + 5);
    const isTxt = query.readUInt16BE(at + 1) === 16;
    const text = isTxt ? this.records.get(labels.join('.').toLowerCase()) : undefined;
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
    header.writeUInt16BE(text === undefined ? 0 : 1, 6);
    header.writeUInt32BE(0, 8);
    return text === undefined ? Buffer.concat([header, question]) : Buffer.concat([header, question, txtRecord(text)]);
  }
}

function txtRecord(text: string): Buffer {
  const pieces = (text.match(/.{1,255}/gs) ?? []).map((piece) =>
    Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)]),
  );
  const written = Buffer.concat(pieces);
  const head = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(written.length, 10);
  return Buffer.concat([head, written]);
}
