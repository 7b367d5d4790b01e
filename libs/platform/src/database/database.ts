import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { currentTransaction } from './current-transaction.js';
import { asNotFound } from './not-a-uuid.js';
import { poolOf } from './open-data-source.js';
import { isStalePlan, StatementNames } from './statement-names.js';

/** Reads by hand-written SQL. Inside a unit of work they see what it has written so far. */
@Injectable()
export class Database {
  /** Statements sent since the start; tests and the bench count with it. */
  statements = 0;
  private readonly names = new StatementNames();

  constructor(@Inject(DataSource) readonly source: DataSource) {}

  /** Rows of one statement; an id that is no uuid finds nothing and is refused as `NOT_FOUND`. */
  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    this.statements += 1;
    try {
      const transaction = currentTransaction();
      if (transaction) return await transaction.query<Row>(sql, values);
      return await this.read<Row>(sql, values);
    } catch (error) {
      throw asNotFound(error);
    }
  }

  private async read<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const pool = poolOf(this.source);
    try {
      const result = await pool.query({ text: sql, values, name: this.names.nameOf(sql) });
      return result.rows as Row[];
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      const result = await pool.query(sql, values);
      return result.rows as Row[];
    }
  }

  async one<Row>(sql: string, values: unknown[] = []): Promise<Row | null> {
    return (await this.query<Row>(sql, values))[0] ?? null;
  }
}
