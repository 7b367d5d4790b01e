import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Config } from '#platform/config';
import { Metrics } from '#platform/telemetry';
import { Clock } from '#platform/time';
import { DeliveryBell } from './delivery-bell.js';
import { DeliveryQueue } from './delivery-queue.js';
import { PostMailSender } from './post-mail-sender.js';
import { SenderLock } from './sender-lock.js';

/** As many as the transport has connections: what is claimed is sent at once, so that a kill finds little in flight. */
const atOnce = 5;
const roundMillis = 1000;

/** Sends what is due, where this process has the role `mail`. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly queue: DeliveryQueue,
    private readonly lock: SenderLock,
    private readonly sender: PostMailSender,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
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
    this.lock.release();
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
      await this.lock.takeOverFromTheDead(this.clock.now());
      while (this.again && !this.stopped) {
        this.again = false;
        for (let taken = 1; taken > 0 && !this.stopped;) taken = await this.takeSome();
      }
    } catch (error) {
      this.logger.warn({ err: error as Error }, 'mail could not be sent; the next round tries again');
    }
  }

  /** Fills the free places; answers how many it filled. */
  private async takeSome(): Promise<number> {
    if (this.underWay.size >= atOnce) await Promise.race(this.underWay);
    const claimed = await this.queue.claim(atOnce - this.underWay.size);
    for (const delivery of claimed) {
      const sending: Promise<void> = this.sender
        .send(delivery)
        .catch((error: unknown) =>
          this.logger.error({ err: error as Error, delivery: delivery.id }, 'a delivery could not be marked'),
        )
        .finally(() => this.underWay.delete(sending));
      this.underWay.add(sending);
    }
    return claimed.length;
  }
}
