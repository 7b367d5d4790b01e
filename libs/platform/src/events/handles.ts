import { SetMetadata } from '@nestjs/common';
import type { DomainEvent, EventClass, StoredEvent } from '#platform/database';

export const handlesKey = Symbol('handles');

/** Does something durable about an event. It may run more than once for one event: make it idempotent on `event.id`. */
export interface EventHandler<E extends DomainEvent = DomainEvent> {
  handle(event: StoredEvent<E>): Promise<void>;
}

/** Marks a provider as the handler of an event: it runs as a job of its own, retried until it succeeds or is dead. */
export const Handles = (...events: EventClass[]): ClassDecorator =>
  SetMetadata(
    handlesKey,
    events.map((event) => event.storedName),
  );
