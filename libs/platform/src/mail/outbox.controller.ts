import { Controller, Get, Header, NotFoundException, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Public } from '#platform/access';
import { Config } from '#platform/config';
import { Outbox, type OutboxEntry, type OutboxMessage } from './outbox.js';

/** The mail that went out, for whoever tries the demo; elsewhere there is no such page. */
@Controller()
@Public()
export class OutboxController {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  @Get('outbox.json')
  @Header('Cache-Control', 'no-store')
  async list(
    @Query('after', new ParseUUIDPipe({ optional: true })) after?: string,
  ): Promise<{ messages: OutboxEntry[]; next: string | null }> {
    this.requireDemo();
    const messages = await this.outbox.list(after ?? null);
    return { messages, next: messages.length === 50 ? (messages.at(-1)?.id ?? null) : null };
  }

  @Get('outbox/:id.json')
  @Header('Cache-Control', 'no-store')
  async message(@Param('id', ParseUUIDPipe) id: string): Promise<OutboxMessage> {
    this.requireDemo();
    const message = await this.outbox.message(id);
    if (!message) throw new NotFoundException();
    return message;
  }

  private requireDemo(): void {
    if (!this.config.demo) throw new NotFoundException();
  }
}
