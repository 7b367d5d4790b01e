import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, Public } from '#platform/access';
import { Language } from '#platform/language';
import { type ExportReader, RoundExports } from './round-exports.js';

/** Matching rounds as files to keep: what each reader may see of them. */
@Controller('matching-rounds')
export class RoundExportsController {
  constructor(
    private readonly exports: RoundExports,
    private readonly language: Language,
  ) {}

  @Public()
  @Get(':id/certificate.json')
  async certificate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, `round-${id}-certificate.json`, await this.exports.certificate(this.reader(actor, request), id));
  }

  @Public()
  @Get(':id/pairs.json')
  async pairsAsJson(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, `round-${id}-pairs.json`, await this.exports.pairsAsJson(this.reader(actor, request), id));
  }

  @Public()
  @Get(':id/pairs.csv')
  async pairsAsCsv(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, `round-${id}-pairs.csv`, await this.exports.pairsAsCsv(this.reader(actor, request), id));
  }

  @Public()
  @Get(':id/rankings.csv')
  async rankingsAsCsv(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, `round-${id}-rankings.csv`, await this.exports.rankingsAsCsv(this.reader(actor, request), id));
  }

  private reader(actor: Actor, request: FastifyRequest): ExportReader {
    return { actor, locale: this.language.best(actor.locale, request.headers['accept-language']) };
  }
}

function send(reply: FastifyReply, file: string, text: string): void {
  void reply
    .headers({
      'content-type': file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'private, no-cache',
      vary: 'Accept-Language, Authorization, Cookie',
    })
    .send(text);
}
