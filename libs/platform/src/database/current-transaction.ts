import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from './transaction.js';

const storage = new AsyncLocalStorage<Transaction>();

/** The unit of work that the calling code runs in, if any. */
export const currentTransaction = (): Transaction | undefined => storage.getStore();

export const runInTransaction = <T>(transaction: Transaction, work: () => Promise<T>): Promise<T> =>
  storage.run(transaction, work);
