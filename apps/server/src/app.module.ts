import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DiscussionsModule } from '#discussions';
import { MailingListsModule } from '#mailing-lists';
import { TwinningModule } from '#twinning';
import { MeetingsModule } from '#meetings';
import { PeopleModule } from '#people';
import { CitiesModule } from '#cities';
import { AccessModule } from '#platform/access';
import { type Config, ConfigModule } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { EventsModule } from '#platform/events';
import { GraphqlContextModule, GraphqlModule } from '#platform/graphql';
import { HttpModule } from '#platform/http';
import { JobsModule } from '#platform/jobs';
import { LanguageModule } from '#platform/language';
import { RateLimitsModule } from '#platform/limits';
import { LiveModule } from '#platform/live';
import { MailModule } from '#platform/mail';
import { StorageModule } from '#platform/storage';
import { TelemetryModule } from '#platform/telemetry';
import { type Clock, TimeModule } from '#platform/time';

const webApp = join(import.meta.dirname, '../../../web');

/** All floors of the house, wired for one process. */
@Module({})
export class AppModule {
  static of(config: Config, source: DataSource, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.over(source),
        TimeModule.by(clock),
        LanguageModule,
        RateLimitsModule,
        AccessModule,
        EventsModule,
        JobsModule,
        MailModule,
        StorageModule,
        GraphqlContextModule,
        GraphqlModule.forRoot(),
        LiveModule,
        TelemetryModule,
        PeopleModule,
        CitiesModule,
        DiscussionsModule,
        TwinningModule,
        MailingListsModule,
        MeetingsModule,
        HttpModule.serving(webApp),
      ],
    };
  }
}
