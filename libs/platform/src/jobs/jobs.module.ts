import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobList } from './job-list.js';
import { Worker } from './worker.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [JobList, Worker], exports: [JobList] })
export class JobsModule {}
