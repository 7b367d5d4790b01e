import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { RefusalFilter } from './refusal.filter.js';
import { WebAppController, webAppFolder } from './web-app.controller.js';

@Module({})
export class HttpModule {
  /** `webApp` is the folder of the built web app, served at every path that no other route has. */
  static serving(webApp: string): DynamicModule {
    return {
      module: HttpModule,
      controllers: [WebAppController],
      providers: [
        { provide: webAppFolder, useValue: webApp },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
    };
  }
}
