import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Standings } from './standing-source.js';

@Global()
@Module({ providers: [Standings, { provide: APP_GUARD, useClass: AccessGuard }], exports: [Standings] })
export class AccessModule {}
