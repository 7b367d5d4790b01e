import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { currentTransaction } from './current-transaction.js';
import { asNotFound } from './not-a-uuid.js';
import { poolOf } from './open-data-source.js';

/** Reads by hand-written SQL. Inside a unit of work they see what it has written so far. */
@Injectable()
export class Database {
  /** Statements sent since the start; tests and the bench count with it. */
  statements = 0;

  constructor(@Inject(DataSource) readonly source: DataSource) {}

  /** Rows of one statement; an id that is no uuid finds nothing and is refused as `NOT_FOUND`. */
  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    this.statements += 1;
    try {
      const transaction = currentTransaction();
      if (transaction) return await transaction.query<Row>(sql, values);
      const result = await poolOf(this.source).query(sql, values);
      return result.rows as Row[];
    } catch (error) {
      throw asNotFound(error);
    }
  }

  async one<Row>(sql: string, values: unknown[] = []): Promise<Row | null> {
    return (await this.query<Row>(sql, values))[0] ?? null;
  }
}
