import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { NotFound, type Refusal } from '#platform/refusals';
import type { DomainEvent } from './domain-event.js';
import { asNotFound } from './not-a-uuid.js';

/** One transaction of a {@link UnitOfWork}: what it writes and records is kept together or not at all. */
export class Transaction {
  readonly recorded: DomainEvent[] = [];
  readonly afterCommitWork: (() => void)[] = [];

  constructor(readonly manager: EntityManager) {}

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    try {
      const result: unknown = await this.manager.query(sql, values);
      return rowsOf<Row>(result);
    } catch (error) {
      throw asNotFound(error);
    }
  }

  async one<Row>(sql: string, values: unknown[] = []): Promise<Row | null> {
    return (await this.query<Row>(sql, values))[0] ?? null;
  }

  /** Inserts a row as it stands. A race is settled by an index: `await tx.insert(…).orRefuse('index_name', () => new Why())`. */
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, row: E): Write<E> {
    return new Write(async () => {
      await this.manager.insert(entity, row);
      return row;
    });
  }

  /** Changes columns of the rows that match; answers how many there were. */
  update<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>, set: Partial<E>): Write<number> {
    return new Write(async () => {
      const result = await this.manager.update(entity, where, set);
      return result.affected ?? 0;
    });
  }

  async find<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    try {
      return await this.manager.findOneBy(entity, where);
    } catch (error) {
      if (asNotFound(error) instanceof NotFound) return null;
      throw error;
    }
  }

  /** The row, locked until the transaction ends, or a refusal ({@link NotFound} if none is named). */
  async require<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E>,
    refusal: () => Refusal = () => new NotFound(),
  ): Promise<E> {
    try {
      const row = await this.manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
      if (row) return row;
    } catch (error) {
      if (!(asNotFound(error) instanceof NotFound)) throw error;
    }
    throw refusal();
  }

  /** Records what happened; it is announced after the commit, and only then. */
  record(event: DomainEvent): void {
    this.recorded.push(event);
  }

  /** Adds a job that runs after the commit, at least once. `key` makes equal jobs one; `urgent` ones go before the rest: people wait for them. */
  async addJob(
    name: string,
    payload: object,
    options: { key?: string; runAt?: Date; maxAttempts?: number; urgent?: boolean } = {},
  ): Promise<void> {
    await this.manager.query(
      `select graphile_worker.add_job($1, $2::json, run_at => $3, max_attempts => $4, job_key => $5, priority => $6)`,
      [
        name,
        JSON.stringify(payload),
        options.runAt ?? null,
        options.maxAttempts ?? 12,
        options.key ?? null,
        options.urgent ? -10 : 0,
      ],
    );
  }

  /** Something that may be lost with the process, such as waking a loop; never mail, never state. */
  afterCommit(work: () => void): void {
    this.afterCommitWork.push(work);
  }
}

/** A write that can name the refusal that a violated constraint or index stands for. */
export class Write<T> implements PromiseLike<T> {
  private readonly refusals = new Map<string, () => Refusal>();

  constructor(private readonly perform: () => Promise<T>) {}

  orRefuse(constraint: string, refusal: () => Refusal): this {
    this.refusals.set(constraint, refusal);
    return this;
  }

  then<Done = T, Failed = never>(
    done?: ((value: T) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.settle().then(done, failed);
  }

  private async settle(): Promise<T> {
    try {
      return await this.perform();
    } catch (error) {
      throw this.refusals.get(constraintOf(error) ?? '')?.() ?? asNotFound(error);
    }
  }
}

/** The constraint or index that a database error names. */
export function constraintOf(error: unknown): string | undefined {
  const { constraint, driverError } = error as { constraint?: string; driverError?: { constraint?: string } };
  return constraint ?? driverError?.constraint;
}

/** TypeORM answers `[rows, count]` to UPDATE and DELETE, rows to everything else. */
function rowsOf<Row>(result: unknown): Row[] {
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
    return result[0] as Row[];
  }
  return result as Row[];
}
