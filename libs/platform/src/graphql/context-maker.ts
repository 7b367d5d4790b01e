import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, Door, sessionCookie } from '#platform/access';
import { Config } from '#platform/config';
import { Forbidden } from '#platform/refusals';
import { RateLimits } from '#platform/limits';
import { Language } from '#platform/language';
import { Loaders } from './batch-loader.js';
import type { GraphqlContext } from './context.js';

/** Builds the {@link GraphqlContext} for HTTP and WebSocket: the same door, the same limits. */
@Injectable()
export class ContextMaker {
  constructor(
    private readonly config: Config,
    private readonly modules: ModuleRef,
    private readonly limits: RateLimits,
    private readonly language: Language,
  ) {}

  async ofRequest(request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> {
    const { authorization, cookie, origin } = request.headers;
    await this.limits.takeRequest(request.ip);
    this.requireOwnOrigin(origin, cookie, authorization);
    const actor = await this.door.enter({ authorization, cookie });
    return this.of(actor, {
      ip: request.ip,
      requestId: request.id,
      locale: this.language.best(actor.locale, request.headers['accept-language']),
      setSessionCookie: (token, expiresAt) => this.setCookie(reply, token, expiresAt),
    });
  }

  of(actor: Actor, asked: Omit<GraphqlContext, 'actor' | 'loaders'>): GraphqlContext {
    return { actor, loaders: new Loaders(actor), ...asked };
  }

  get door(): Door {
    return this.modules.get(Door, { strict: false });
  }

  /** A browser's cookie counts only on our own pages; programs with bearer tokens may come from anywhere. */
  requireOwnOrigin(origin: string | undefined, cookie: string | undefined, authorization: string | undefined): void {
    if (!origin || authorization || !cookie?.includes(sessionCookie)) return;
    if (origin !== new URL(this.config.publicUrl).origin && !isLoopback(origin)) {
      throw new Forbidden(`Pages at ${origin} may not act for people who are signed in here.`);
    }
  }

  private setCookie(reply: FastifyReply, token: string | null, expiresAt?: Date): void {
    const secure = this.config.publicUrl.startsWith('https:');
    const settings = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
    if (token)
      void reply.setCookie(sessionCookie, token, { ...settings, ...(expiresAt ? { expires: expiresAt } : {}) });
    else void reply.clearCookie(sessionCookie, settings);
  }
}

/** In development the page may be served from another port of this machine. */
function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);
}
