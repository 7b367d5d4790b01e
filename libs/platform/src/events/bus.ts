/**
 * Carries "these topics have moved" between processes. A lost message costs a reader at most one round of its live hub,
 * which looks for itself: nothing is carried here that is not stored.
 */
export abstract class Bus {
  abstract publish(topics: string[]): Promise<void>;
  /** Calls back with the topics that moved, also those moved by this process; with null after a gap: look at all. */
  abstract onMoved(listener: (topics: string[] | null) => void): void;
  abstract start(): Promise<void>;
  abstract stop(): Promise<void>;
}
