import { Injectable } from '@nestjs/common';
import { Actor } from '#platform/access';
import { type GraphqlContext, Loaders } from '#platform/graphql';
import { Callers } from './callers.js';
import { type OpenedSession, Sessions } from './sessions.js';

/** Where sessions change hands: the cookie and who the rest of the operation answers to change with them. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly callers: Callers,
    private readonly sessions: Sessions,
  ) {}

  /** From here on the operation answers to the one who has just come in. */
  async handOver(context: GraphqlContext, session: OpenedSession): Promise<OpenedSession> {
    context.setSessionCookie(session.token, session.cookieUntil);
    this.goOnAs(context, (await this.callers.byId(session.viewer.id, session.id)) ?? Actor.nobody);
    return session;
  }

  async takeBack(context: GraphqlContext, actor: Actor): Promise<void> {
    await this.sessions.end(actor);
    this.forget(context);
  }

  async takeBackAll(context: GraphqlContext, actor: Actor): Promise<void> {
    await this.sessions.endAll(actor.requiredId);
    this.forget(context);
  }

  forget(context: GraphqlContext): void {
    context.setSessionCookie(null);
    this.goOnAs(context, Actor.nobody);
  }

  private goOnAs(context: GraphqlContext, actor: Actor): void {
    context.actor = actor;
    context.loaders = new Loaders(actor);
  }
}
