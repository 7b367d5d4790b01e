/** How patiently failed attempts by one key are met. */
export interface Patience {
  /** So many failures cost no wait. */
  free: number;
  /** What the first wait is; each further failure doubles it. */
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

/** For one address: ten mistakes, then ten seconds, twenty … up to an hour. */
export const patienceWithAddress: Patience = { free: 10, firstWaitSeconds: 10, longestWaitSeconds: 3600 };

/** For one network address, behind which a whole city hall may sit. */
export const patienceWithNetwork: Patience = { free: 100, firstWaitSeconds: 5, longestWaitSeconds: 900 };

/** Failures are forgotten when there was none for so long. */
export const forgottenAfterSeconds = 24 * 3600;

export interface Attempts {
  failures: number;
  failedAt: Date;
  /** Until then no attempt is heard. */
  openAt: Date;
}

/** What stands after one more failure at `now`. */
export function afterFailure(before: Attempts, patience: Patience, now: Date): Attempts {
  const forgotten = now.getTime() - before.failedAt.getTime() > forgottenAfterSeconds * 1000;
  const failures = (forgotten ? 0 : before.failures) + 1;
  return { failures, failedAt: now, openAt: new Date(now.getTime() + waitSeconds(failures, patience) * 1000) };
}

function waitSeconds(failures: number, { free, firstWaitSeconds, longestWaitSeconds }: Patience): number {
  if (failures <= free) return 0;
  return Math.min(firstWaitSeconds * 2 ** Math.min(failures - free - 1, 30), longestWaitSeconds);
}
