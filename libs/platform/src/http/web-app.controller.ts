import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#platform/access';

export const webAppFolder = Symbol('folder of the built web app');

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** The built web app: its files, and for every other path its one page, which finds its way by the address. */
@Controller()
@Public()
export class WebAppController {
  constructor(@Inject(webAppFolder) private readonly folder: string) {}

  @Get('*')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = decodeURIComponent(request.url.split('?')[0] ?? '/');
    const file = normalize(join(this.folder, path));
    const type = mediaTypes[extname(file)];
    const inside = file.startsWith(this.folder + sep) && type !== undefined;
    if (inside && existsSync(file) && (await stat(file)).isFile()) {
      const lasting = path.startsWith('/assets/');
      await reply
        .header('content-type', type)
        .header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
        .send(createReadStream(file));
      return;
    }
    if (type !== undefined && path.startsWith('/assets/')) {
      await reply.status(404).send({ error: { code: 'NOT_FOUND', message: 'There is no such file.' } });
      return;
    }
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(createReadStream(join(this.folder, 'index.html')));
  }
}
