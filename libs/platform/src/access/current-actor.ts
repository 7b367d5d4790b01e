import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { actorIn } from './access.guard.js';

/** The {@link Actor} of the operation or request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => actorIn(context));
