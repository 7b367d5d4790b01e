import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Language } from '#platform/language';
import { ListAddresses } from '../list-addresses.js';
import { type MailPlaces } from './outgoing-mail.js';

/** Where the links and addresses in our mail lead, in this installation. */
@Injectable()
export class OurMailPlaces implements MailPlaces {
  readonly publicUrl: string;

  constructor(
    config: Config,
    readonly addresses: ListAddresses,
    readonly language: Language,
  ) {
    this.publicUrl = config.publicUrl;
  }
}
