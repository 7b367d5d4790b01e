import { Global, Module } from '@nestjs/common';
import { LiveDoor } from './live-door.js';
import { LiveHub } from './live-hub.js';

@Global()
@Module({ providers: [LiveHub, LiveDoor], exports: [LiveHub, LiveDoor] })
export class LiveModule {}
