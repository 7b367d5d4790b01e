import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, Public } from '#platform/access';
import { Language } from '#platform/language';
import { NotFound } from '#platform/refusals';
import { MeetingCalendars } from './meeting-calendars.js';

/** Calendars of meetings and series, for any calendar program: it asks again each hour, and gets 304 while nothing is new. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendars: MeetingCalendars,
    private readonly language: Language,
  ) {}

  @Public()
  @Get('meetings/:file')
  async meeting(
    @CurrentActor() actor: Actor,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const calendar = await this.calendars.ofMeeting({ actor, locale: this.locale(actor, request) }, slugIn(file));
    send(calendar, file, request, reply);
  }

  @Public()
  @Get('series/:file')
  async series(
    @CurrentActor() actor: Actor,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const calendar = await this.calendars.ofSeries({ actor, locale: this.locale(actor, request) }, slugIn(file));
    send(calendar, file, request, reply);
  }

  private locale(actor: Actor, request: FastifyRequest): string {
    return this.language.best(actor.locale, request.headers['accept-language']);
  }
}

/** `expert-meeting.ics` → expert-meeting; nothing else is served here. */
function slugIn(file: string): string {
  const slug = /^([a-z0-9-]{1,120})\.ics$/.exec(file)?.[1];
  if (!slug) throw new NotFound('calendar');
  return slug;
}

function send(calendar: string | null, file: string, request: FastifyRequest, reply: FastifyReply): void {
  if (calendar === null) throw new NotFound('calendar');
  const tag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
  void reply.headers({
    etag: tag,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Language, Authorization, Cookie',
  });
  const known = (request.headers['if-none-match'] ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) {
    void reply.status(304).send();
    return;
  }
  void reply
    .header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
    .header('content-disposition', `inline; filename="${file}"`)
    .send(calendar);
}
