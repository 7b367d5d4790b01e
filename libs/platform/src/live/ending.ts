import type { ExecutionResult } from 'graphql';

/** An iterable without results of its own: the hub writes those. It ends when the client completes, or when told to. */
export class Ending implements AsyncIterableIterator<ExecutionResult> {
  onReturn: () => void = () => undefined;
  private last: ExecutionResult | undefined;
  private readonly ended = Promise.withResolvers<void>();

  end(last?: ExecutionResult): void {
    this.last = last;
    this.ended.resolve();
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    await this.ended.promise;
    const value = this.last;
    this.last = undefined;
    return value ? { value, done: false } : { value: undefined, done: true };
  }

  return(): Promise<IteratorResult<ExecutionResult>> {
    this.onReturn();
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
