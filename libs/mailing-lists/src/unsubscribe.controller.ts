import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { Public } from '#platform/access';
import { MailingLists } from './mailing-lists.service.js';

/**
 * The other end of `List-Unsubscribe-Post` (RFC 8058): a POST acts at once, without signing in. A GET of the same address is
 * the web app's page that asks, since scanners of mail follow links.
 */
@Controller('unsubscribe')
@Public()
export class UnsubscribeController {
  constructor(private readonly lists: MailingLists) {}

  @Post()
  @HttpCode(200)
  async unsubscribe(@Query('token') token?: string | string[]): Promise<{ unsubscribed: true }> {
    await this.lists.unsubscribe(typeof token === 'string' ? token : '');
    return { unsubscribed: true };
  }
}
