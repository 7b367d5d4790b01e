import type { Subscriber } from './subscriber.js';

/** The readers of one topic in this process, and how far they have been served. */
export class Topic {
  /** The cursor up to which all subscribers have been served; null until the first has joined. */
  position: bigint | null = null;
  joining = 0;
  /** An advance waits for its turn; a second one need not. */
  waiting = false;
  private readonly members = new Set<Subscriber>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(readonly name: string) {}

  get size(): number {
    return this.members.size;
  }

  add(subscriber: Subscriber): void {
    this.members.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.members.delete(subscriber);
  }

  subscribers(): Subscriber[] {
    return [...this.members];
  }

  /** Runs work after all work given before, so that joins and deliveries never overtake one another. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
