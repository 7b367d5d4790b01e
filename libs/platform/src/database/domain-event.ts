/**
 * Something that happened, in the past tense: ids and facts only. `storedName` and the fields are kept for ever, so
 * neither is renamed; fields are what `JSON.stringify` keeps of them.
 */
export abstract class DomainEvent {
  static readonly storedName: string;

  get storedName(): string {
    return (this.constructor as typeof DomainEvent).storedName;
  }

  /** The live topics that it moves on, such as `thread:ID`; their rows are locked until the commit. */
  topics(): string[] {
    return [];
  }
}

/** A class of events, as handlers name it. */
export interface EventClass<E extends DomainEvent = DomainEvent> {
  readonly storedName: string;
  new (...args: never[]): E;
}

/** An event as it was stored: `facts` are its fields, `id` is the same at every delivery to a handler. */
export interface StoredEvent<E extends DomainEvent = DomainEvent> {
  id: string;
  name: string;
  at: Date;
  facts: Facts<E>;
}

/** The fields of an event without its methods. */
export type Facts<E> = {
  [K in keyof E as E[K] extends (...args: never[]) => unknown ? never : K extends 'storedName' ? never : K]: E[K];
};
