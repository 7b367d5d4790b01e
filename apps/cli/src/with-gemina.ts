import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type DataSource } from 'typeorm';
import { type Config, readConfig } from '#platform/config';
import { migrate, openDataSource, startEmbeddedPostgres } from '#platform/database';
import { httpAdapter } from '#platform/http';
import { Clock } from '#platform/time';
import { AppModule } from '#server/app.module';
import { schemas } from '#server/schemas';

/** Opens the database that the server of this configuration uses, also while it runs, and closes it again. */
export async function withDatabase<T>(work: (source: DataSource, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ folder: join(config.dataFolder, 'postgres') });
  const source = await openDataSource(config.databaseUrl ?? embedded?.url ?? '', schemas, 5);
  try {
    return await work(source, config);
  } finally {
    await source.destroy();
    await embedded?.stop();
  }
}

/** Wires the whole house over a migrated database without opening any of its doors or running its loops. */
export async function withGemina<T>(work: (app: INestApplicationContext, config: Config) => Promise<T>): Promise<T> {
  return withDatabase(async (source, config) => {
    await migrate(source);
    const quiet = Object.assign(Object.create(Object.getPrototypeOf(config) as object) as Config, config, {
      roles: [],
      logLevel: 'warn',
    });
    const app = await NestFactory.create(AppModule.of(quiet, source, new Clock()), httpAdapter(), {
      logger: false,
      abortOnError: false,
    });
    await app.init();
    try {
      return await work(app, config);
    } finally {
      await app.close();
    }
  });
}
