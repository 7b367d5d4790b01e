import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Forbidden, Unauthenticated } from '#platform/refusals';
import { type Access, accessKey } from './access.js';
import { Actor } from './actor.js';

/** Lets in whom the handler's {@link Access} names. A GraphQL root field or HTTP route that names nobody lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Forbidden('This is not open to anybody.');
    if (access.kind === 'public') return true;
    const actor = actorIn(context);
    if (!actor.signedIn) throw new Unauthenticated();
    if (access.kind === 'role' && !actor.isAdmin && !access.roles.some((role) => actor.has(role)))
      throw new Forbidden();
    return true;
  }
}

/** Who asks, in a GraphQL resolver or an HTTP route alike. */
export function actorIn(context: ExecutionContext): Actor {
  if (context.getType<'graphql' | 'http'>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<{ actor: Actor }>().actor;
  }
  return context.switchToHttp().getRequest<{ actor?: Actor }>().actor ?? Actor.nobody;
}
