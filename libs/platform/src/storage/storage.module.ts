import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '#platform/config';
import { DiskStorage } from './disk-storage.js';
import { FilesController } from './files.controller.js';
import { Files } from './files.js';
import { S3Storage } from './s3-storage.js';
import { Storage } from './storage.js';

@Global()
@Module({
  controllers: [FilesController],
  providers: [
    {
      provide: Storage,
      inject: [Config],
      useFactory: (config: Config) =>
        config.storageUrl ? new S3Storage(config.storageUrl) : new DiskStorage(join(config.dataFolder, 'files')),
    },
    Files,
  ],
  exports: [Storage, Files],
})
export class StorageModule {}
