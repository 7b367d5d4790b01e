import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands before a real relay and treats who connects as it is told: lets them through, sends them away, or says nothing at all. */
export class FickleRelay {
  mood: 'THROUGH' | 'AWAY' | 'SILENT' = 'THROUGH';
  /** How many have connected. */
  callers = 0;
  private readonly open = new Set<Socket>();
  private readonly server = createServer((socket) => this.receive(socket));

  constructor(private readonly relayPort: number) {}

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends the calls under way, so that the next mail needs a new one. */
  hangUp(): void {
    for (const socket of this.open) socket.destroy();
  }

  async close(): Promise<void> {
    this.hangUp();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private receive(socket: Socket): void {
    this.callers += 1;
    this.keep(socket);
    if (this.mood === 'AWAY') socket.end('554 5.7.1 Go away\r\n');
    if (this.mood !== 'THROUGH') return;
    const onward = connect(this.relayPort, '127.0.0.1');
    this.keep(onward);
    socket.pipe(onward).pipe(socket);
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.open.delete(socket));
  }
}
