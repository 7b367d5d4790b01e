import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Bus } from './bus.js';

const subject = 'gemina.topics';

/** The bus over NATS core, where machines are many; the client reconnects for ever, and a reconnect is told as a gap. */
export class NatsBus extends Bus {
  private listener: (topics: string[] | null) => void = () => undefined;
  private connection: NatsConnection | null = null;

  constructor(private readonly url: string) {
    super();
  }

  async publish(topics: string[]): Promise<void> {
    this.connection?.publish(subject, topics.join(' '));
    await this.connection?.flush();
  }

  onMoved(listener: (topics: string[] | null) => void): void {
    this.listener = listener;
  }

  async start(): Promise<void> {
    const connection = await connect({
      servers: this.url,
      name: 'gemina',
      maxReconnectAttempts: -1,
      waitOnFirstConnect: true,
    });
    this.connection = connection;
    connection.subscribe(subject, {
      callback: (error, message) => {
        if (!error) this.listener(message.string().split(' ').filter(Boolean));
      },
    });
    void this.watch(connection);
    this.listener(null);
  }

  async stop(): Promise<void> {
    await this.connection?.drain();
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'reconnect') this.listener(null);
    }
  }
}
