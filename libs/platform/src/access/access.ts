import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { PlatformRole } from './actor.js';

export type Access = { kind: 'public' } | { kind: 'signed-in' } | { kind: 'role'; roles: PlatformRole[] };

export const accessKey = Symbol('access');

/** Anybody may ask; what they see is still the query's business. */
export const Public = (): CustomDecorator<symbol> => SetMetadata(accessKey, { kind: 'public' } satisfies Access);

/** Only people who have signed in. */
export const SignedIn = (): CustomDecorator<symbol> => SetMetadata(accessKey, { kind: 'signed-in' } satisfies Access);

/** Only people with one of these roles; administrators always. */
export const Role = (...roles: PlatformRole[]): CustomDecorator<symbol> =>
  SetMetadata(accessKey, { kind: 'role', roles } satisfies Access);
