import {
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Config } from '#platform/config';
import { poolOf } from '#platform/database';
import { Bus } from './bus.js';
import { Handlers } from './handlers.js';
import { NatsBus } from './nats-bus.js';
import { PostgresBus } from './postgres-bus.js';
import { Relay } from './relay.js';

@Injectable()
class BusLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(Bus) private readonly bus: Bus) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.stop();
  }
}

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    {
      provide: Bus,
      inject: [Config, DataSource],
      useFactory: (config: Config, source: DataSource) =>
        config.busUrl
          ? new NatsBus(config.busUrl)
          : new PostgresBus((source.options as { url: string }).url, poolOf(source)),
    },
    BusLife,
    Handlers,
    Relay,
  ],
  exports: [Bus, Handlers, Relay],
})
export class EventsModule {}
