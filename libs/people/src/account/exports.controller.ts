import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Actor, CurrentActor, SignedIn } from '#platform/access';
import { PersonalExports } from './personal-exports.js';

/** Where a person fetches their own records. */
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: PersonalExports) {}

  @Get(':id')
  @SignedIn()
  async give(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, createdAt } = await this.exports.open(actor, id);
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="gemina-${createdAt.toISOString().slice(0, 10)}.json"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(bytes);
  }
}
