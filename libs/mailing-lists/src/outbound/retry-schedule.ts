const MINUTE = 60;
const HOUR = 60 * MINUTE;
const pauses = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR];

/** RFC 5321, 4.5.4.1: a sender gives up after four to five days. */
export const giveUpAfterSeconds = 5 * 24 * HOUR;

/**
 * When to try again after this many failed attempts, or null to give up. `spread`, from 0 to 1, keeps mails that failed
 * together from being tried together.
 */
export function nextAttempt(firstTriedFor: Date, now: Date, attempts: number, spread: number): Date | null {
  const pause = pauses[Math.min(Math.max(attempts, 1), pauses.length) - 1] ?? 4 * HOUR;
  const next = new Date(now.getTime() + pause * (1 + spread / 5) * 1000);
  return next.getTime() - firstTriedFor.getTime() > giveUpAfterSeconds * 1000 ? null : next;
}
