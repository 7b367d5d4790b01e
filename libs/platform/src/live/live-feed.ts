import type { DomainEvent, Facts } from '#platform/database';

/** An event as it stands in a topic: `cursor` orders it, without gaps, among the topic's events. */
export interface TopicEvent {
  cursor: string;
  name: string;
  at: Date;
  facts: Record<string, unknown>;
}

/** The facts of a topic's event where it is of this kind. */
export function factsOf<E extends DomainEvent>(
  event: TopicEvent,
  kind: { storedName: string; prototype: E },
): Facts<E> | null {
  return event.name === kind.storedName ? (event.facts as Facts<E>) : null;
}

export interface FeedOptions<Shape extends object> {
  /** The topic that it follows, such as `thread:ID`. */
  topic: string;
  /** Replays all since this cursor first; left out: from now on. */
  after?: string | null | undefined;
  /** Which of these people may see it at this moment; null stands for somebody signed out. Asked again for each event. */
  mayRead(personIds: readonly (string | null)[]): Promise<Set<string | null>>;
  /** What the subscription's field answers for an event; null where the event is none of its business. */
  shape(event: TopicEvent): Promise<Shape | null> | Shape | null;
}

/**
 * What a subscription resolver returns: a topic to follow, and who may. The live door joins it to the hub, so that
 * subscribers who may see the same and ask the same are served by one execution and one frame; it is never iterated.
 */
export class LiveFeed<Shape extends object = object> implements AsyncIterable<Shape> {
  constructor(readonly options: FeedOptions<Shape>) {}

  [Symbol.asyncIterator](): AsyncIterator<Shape> {
    throw new Error('A live feed is joined at the live door, not iterated.');
  }
}
