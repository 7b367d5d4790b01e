import { type Twinning } from './twinning.entity.js';

export const TwinningHealth = { ON_TRACK: 'ON_TRACK', QUIET: 'QUIET', STALLED: 'STALLED' } as const;
export type TwinningHealth = (typeof TwinningHealth)[keyof typeof TwinningHealth];

const dayMillis = 24 * 60 * 60 * 1000;
const quietAfterDays = 30;
const stalledAfterDays = 75;

/** How an active twinning does, by how long nothing has happened in it and nothing is planned; others are on track. */
export function healthOf(
  { status, lastActivityAt }: Pick<Twinning, 'status' | 'lastActivityAt'>,
  now: Date,
): TwinningHealth {
  if (status !== 'ACTIVE' || !lastActivityAt) return 'ON_TRACK';
  const days = (now.getTime() - lastActivityAt.getTime()) / dayMillis;
  if (days > stalledAfterDays) return 'STALLED';
  return days > quietAfterDays ? 'QUIET' : 'ON_TRACK';
}
