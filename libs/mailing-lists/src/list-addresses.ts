import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { MailAddresses } from './message/mail-address.js';

/** The addresses of this installation. */
@Injectable()
export class ListAddresses extends MailAddresses {
  constructor(config: Config) {
    super({ domain: config.mailDomain, secret: config.secret });
  }
}
