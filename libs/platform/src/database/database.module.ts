import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from './database.js';
import { RelayBell } from './relay-bell.js';
import { UnitOfWork } from './unit-of-work.js';

/** The database of a process. Whoever opened the data source closes it, after the last module has stopped. */
@Global()
@Module({})
export class DatabaseModule {
  static over(source: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: DataSource, useValue: source }, Database, RelayBell, UnitOfWork],
      exports: [DataSource, Database, RelayBell, UnitOfWork],
    };
  }
}
