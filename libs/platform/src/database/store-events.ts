import type { Transaction } from './transaction.js';

interface Move {
  topic: string;
  eventId: string;
}

/**
 * Writes the recorded events as the last statements of the transaction: the row for the relay, and for each topic the
 * next number under the lock of the topic's own row, so that numbers become visible in order and without gaps.
 */
export async function storeEvents(tx: Transaction, at: Date): Promise<void> {
  if (tx.recorded.length === 0) return;
  const rows = await tx.query<{ id: string }>(
    `insert into event (name, facts, at)
     select e->>'name', e->'facts', $2::timestamptz from jsonb_array_elements($1::jsonb) with ordinality as l(e, nr) order by nr
     returning id`,
    [JSON.stringify(tx.recorded.map((event) => ({ name: event.storedName, facts: event }))), at],
  );
  let moves = tx.recorded.flatMap((event, index) =>
    event.topics().map((topic): Move => ({ topic, eventId: rows[index]?.id ?? '' })),
  );
  while (moves.length > 0) moves = await moveTopics(tx, moves);
}

/** Moves each topic on by one, in the order of their names so that two writers never wait for each other; answers the rest. */
async function moveTopics(tx: Transaction, moves: Move[]): Promise<Move[]> {
  const first = new Map<string, Move>();
  const rest: Move[] = [];
  for (const move of moves) {
    if (first.has(move.topic)) rest.push(move);
    else first.set(move.topic, move);
  }
  const now = [...first.values()].sort((one, two) => (one.topic < two.topic ? -1 : 1));
  await tx.query(
    `with moved as (select * from unnest($1::text[], $2::bigint[]) as m(topic, event_id)),
     next as (
       insert into topic (name, cursor) select topic, 1 from moved order by topic collate "C"
       on conflict (name) do update set cursor = topic.cursor + 1 returning name, cursor)
     insert into topic_event (topic, cursor, event_id)
     select next.name, next.cursor, moved.event_id from next join moved on moved.topic = next.name`,
    [now.map((move) => move.topic), now.map((move) => move.eventId)],
  );
  return rest;
}
