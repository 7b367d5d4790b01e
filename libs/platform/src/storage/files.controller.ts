import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { RateLimits } from '#platform/limits';
import { BadUserInput, PayloadTooLarge } from '#platform/refusals';
import { Files } from './files.js';
import { mediaTypeOf } from './media-type.js';

export const mostFileBytes = 20 * 1024 * 1024;

/** Shown in the page rather than saved; everything else is saved, so that no file ever runs in our origin. */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  @SignedIn()
  async take(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest & { file(): Promise<MultipartFile | undefined> },
  ): Promise<{ id: string }> {
    actor.requireVerified();
    await this.limits.take('files', actor.requiredId, { points: 100, seconds: 3600 });
    if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
      throw new BadUserInput('Send the file as multipart/form-data in the field "file".', 'file');
    }
    const part = await request.file();
    if (!part || part.fieldname !== 'file') throw new BadUserInput('Send the file in the field "file".', 'file');
    const bytes = await part.toBuffer().catch(() => {
      throw new PayloadTooLarge(mostFileBytes);
    });
    const { id } = await this.files.keep(actor.requiredId, part.filename, mediaTypeOf(bytes), bytes);
    return { id };
  }

  @Get(':id')
  @Public()
  async give(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { file, bytes } = await this.files.open(actor, id);
    const disposition = shownInline.has(file.mediaType) ? 'inline' : 'attachment';
    await reply
      .header('content-type', file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.filename)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=3600')
      .send(bytes);
  }
}
