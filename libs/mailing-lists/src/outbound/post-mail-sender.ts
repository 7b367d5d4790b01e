import { Injectable } from '@nestjs/common';
import { Config, crashHere } from '#platform/config';
import { MailRefused, MailTransport } from '#platform/mail';
import { unsubscribeToken } from '../unsubscribe-token.js';
import { ComposedMails } from './composed-mails.js';
import { type ClaimedDelivery, DeliveryQueue } from './delivery-queue.js';
import { OurMailPlaces } from './mail-places.js';
import { addressPostMail } from './outgoing-mail.js';

/** Takes one claimed delivery to its end: delivered, failed, or postponed. */
@Injectable()
export class PostMailSender {
  constructor(
    private readonly config: Config,
    private readonly queue: DeliveryQueue,
    private readonly mails: ComposedMails,
    private readonly transport: MailTransport,
    private readonly places: OurMailPlaces,
  ) {}

  async send(delivery: ClaimedDelivery): Promise<void> {
    if (!delivery.stillWanted) return this.queue.dropped(delivery);
    try {
      const composed = await this.mails.find(delivery.postMailId);
      const token = unsubscribeToken(delivery, this.config.secret);
      const recipient = { deliveryId: delivery.id, email: delivery.recipient, unsubscribeToken: token };
      const { envelope, raw } = addressPostMail(composed, recipient, this.places);
      crashHere(this.config, 'before-delivery');
      await this.transport.deliver(envelope, raw);
      crashHere(this.config, 'after-relay');
    } catch (error) {
      if (error instanceof MailRefused && error.permanent) return this.queue.failed(delivery, error.response);
      return this.queue.postponed(delivery, (error as Error).message);
    }
    await this.queue.delivered(delivery);
  }
}
