import { registerEnumType } from '@nestjs/graphql';

export const FollowState = { FOLLOWING: 'FOLLOWING', NORMAL: 'NORMAL', MUTED: 'MUTED' } as const;
export type FollowState = keyof typeof FollowState;

export const PostOrigin = { WEB: 'WEB', EMAIL: 'EMAIL', API: 'API', IMPORT: 'IMPORT' } as const;
export type PostOrigin = keyof typeof PostOrigin;

registerEnumType(FollowState, { name: 'FollowState' });
registerEnumType(PostOrigin, { name: 'PostOrigin' });
