import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/time';
import { currentTransaction, runInTransaction } from './current-transaction.js';
import { RelayBell } from './relay-bell.js';
import { storeEvents } from './store-events.js';
import { Transaction } from './transaction.js';

const mayBeTriedAgain = new Set(['40001', '40P01']);
const tries = 4;

/**
 * Runs a use case in one transaction that writes its rows and its events. A unit inside another joins it. Deadlocks and
 * serialisation failures are tried again, so the work must have no effect outside the transaction.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: RelayBell,
  ) {}

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = currentTransaction();
    if (outer) return work(outer);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        if (attempt >= tries || !mayBeTriedAgain.has(code)) throw error;
      }
    }
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { result, transaction } = await this.source.transaction(async (manager) => {
      const tx = new Transaction(manager);
      const done = await runInTransaction(tx, () => work(tx));
      await storeEvents(tx, this.clock.now());
      return { result: done, transaction: tx };
    });
    for (const afterwards of transaction.afterCommitWork) afterwards();
    if (transaction.recorded.length > 0) this.bell.ring();
    return result;
  }
}
