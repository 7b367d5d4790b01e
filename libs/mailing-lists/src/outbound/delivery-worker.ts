import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Config } from '#platform/config';
import { Metrics } from '#platform/telemetry';
import { DeliveryBell } from './delivery-bell.js';
import { DeliveryQueue } from './delivery-queue.js';
import { PostMailSender } from './post-mail-sender.js';

/** As many as the transport has connections. */
const mostAtOnce = 5;
const roundMillis = 1000;

/** Sends what is due, where this process has the role `mail`. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | null = null;
  private again = false;
  /** How many may be under way: begins with one and grows with each that ends, so that a kill finds little in flight. */
  private window = 1;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly queue: DeliveryQueue,
    private readonly sender: PostMailSender,
    private readonly bell: DeliveryBell,
    private readonly metrics: Metrics,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(DeliveryWorker.name);
  }

  onApplicationBootstrap(): void {
    if (!this.config.has('mail')) return;
    this.metrics.gauge('gemina_mail_waiting', 'Post mails that wait to be sent.', () => this.queue.waiting());
    this.bell.onRing(() => this.wake());
    this.timer = setInterval(() => this.wake(), roundMillis);
    this.wake();
  }

  /** Lets what is under way reach its end, within the transport's own time-outs. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.round;
    await Promise.all(this.underWay);
    this.queue.close();
  }

  /** Starts a round now, or one more after the round under way. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.round ??= this.rounds().finally(() => {
      this.round = null;
    });
  }

  private async rounds(): Promise<void> {
    try {
      await this.queue.takeOverFromTheDead();
      while (this.again && !this.stopped) {
        this.again = false;
        for (let taken = 1; taken > 0 && !this.stopped;) taken = await this.takeSome();
      }
    } catch (error) {
      this.logger.warn({ err: error as Error }, 'mail could not be sent; the next round tries again');
    }
  }

  /** Fills the free places; answers how many it filled. Only what is sent at once is claimed. */
  private async takeSome(): Promise<number> {
    while (this.underWay.size >= this.window) await Promise.race(this.underWay);
    const free = this.window - this.underWay.size;
    const claimed = await this.queue.claim(free);
    if (claimed.length < free) this.window = 1;
    for (const delivery of claimed) {
      const sending: Promise<void> = this.sender
        .send(delivery)
        .catch((error: unknown) =>
          this.logger.error({ err: error as Error, delivery: delivery.id }, 'a delivery could not be marked'),
        )
        .finally(() => {
          this.underWay.delete(sending);
          this.window = Math.min(this.window + 1, mostAtOnce);
        });
      this.underWay.add(sending);
    }
    return claimed.length;
  }
}
