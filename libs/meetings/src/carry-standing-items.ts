import { newId, type Transaction } from '#platform/database';
import { AgendaSession } from './agenda-session.entity.js';
import { type StandingItem } from './series.entity.js';

/** A session that has nothing but what every session must have. */
export const blankSession = (
  meetingId: string,
  { title, kind, minutes }: Pick<AgendaSession, 'title' | 'kind' | 'minutes'>,
): AgendaSession => ({
  id: newId(),
  meetingId,
  title,
  kind,
  minutes,
  startsAt: null,
  roomId: null,
  pinned: false,
  speakerIds: [],
  moderatorIds: [],
  speakerNames: [],
  moderatorNames: [],
  about: null,
  questions: [],
  parallelSet: null,
  capacity: null,
  needs: [],
  standingItemId: null,
  notes: null,
  startedAt: null,
  finishedAt: null,
});

/** Puts a series' standing items on a meeting's agenda, still without a time. */
export async function carryStandingItems(
  tx: Transaction,
  meetingId: string,
  items: readonly StandingItem[],
): Promise<void> {
  for (const item of items) {
    await tx.insert(AgendaSession, { ...blankSession(meetingId, item), about: item.about, standingItemId: item.id });
  }
}
