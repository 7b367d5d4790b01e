import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import type { Config } from '#platform/config';
import { migrate, openDataSource } from '#platform/database';
import { furnishHttp, httpAdapter } from '#platform/http';
import { LiveDoor } from '#platform/live';
import { Readiness } from '#platform/telemetry';
import { Clock } from '#platform/time';
import { AppModule } from './app.module.js';
import { schemas } from './schemas.js';

export interface RunningServer {
  app: NestFastifyApplication;
  source: DataSource;
  /** The port that was listened on, also where `PORT` was 0. */
  port: number;
  /** Stops taking work, finishes what is under way, closes everything. */
  stop(): Promise<void>;
}

export interface StartOptions {
  clock?: Clock;
  /** Runs when all is wired, before anything is listened for. */
  prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/** Migrates the database and brings up the roles of `config` in this process. */
export async function startServer(
  config: Config,
  databaseUrl: string,
  { clock = new Clock(), prepare = () => Promise.resolve() }: StartOptions = {},
): Promise<RunningServer> {
  const source = await openDataSource(databaseUrl, schemas);
  let app: NestFastifyApplication | null = null;
  try {
    await migrate(source);
    app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, source, clock), httpAdapter(), {
      logger: false,
      abortOnError: false,
    });
    app.useLogger(app.get(Logger));
    await furnishHttp(app);
    await app.init();
    await prepare(app);
    await app.listen(config.port, '0.0.0.0');
    app.get(Readiness).begin();
    const { port } = app.getHttpServer().address() as AddressInfo;
    const running = app;
    return { app: running, source, port, stop: () => stop(running, source) };
  } catch (error) {
    await app?.close();
    await source.destroy();
    throw error;
  }
}

async function stop(app: NestFastifyApplication, source: DataSource): Promise<void> {
  app.get(Readiness).end();
  await app.get(LiveDoor).close();
  await app.close();
  await source.destroy();
}
