import { Global, Module } from '@nestjs/common';
import { ForgetMail } from './forget-mail.job.js';
import { Letters } from './letters.js';
import { MailTransport } from './mail-transport.js';
import { OutboxController } from './outbox.controller.js';
import { Outbox } from './outbox.js';
import { SendLetter } from './send-letter.job.js';

@Global()
@Module({
  controllers: [OutboxController],
  providers: [ForgetMail, Letters, MailTransport, Outbox, SendLetter],
  exports: [Letters, MailTransport, Outbox],
})
export class MailModule {}
