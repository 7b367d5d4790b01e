import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '#platform/config';
import { DiskStorage } from './disk-storage.js';
import { FilesController } from './files.controller.js';
import { Files } from './files.js';
import { S3Storage } from './s3-storage.js';
import { Storage } from './storage.js';

/** The storage that the configuration names: an S3-compatible store, else files on disk. */
export function storageOf(config: Config): Storage {
  return config.storageUrl ? new S3Storage(config.storageUrl) : new DiskStorage(join(config.dataFolder, 'files'));
}

@Global()
@Module({
  controllers: [FilesController],
  providers: [
    {
      provide: Storage,
      inject: [Config],
      useFactory: storageOf,
    },
    Files,
  ],
  exports: [Storage, Files],
})
export class StorageModule {}
