import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { Storage } from './storage.js';

/** Files under a folder. Each is written beside its place, synced, and then put there, so none is ever seen in part. */
export class DiskStorage extends Storage {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Buffer | Readable): Promise<void> {
    const place = join(this.folder, this.checked(key));
    await mkdir(dirname(place), { recursive: true });
    const draft = `${place}.${randomUUID()}`;
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(draft, { force: true });
      throw error;
    }
    await file.close();
    await rename(draft, place);
    const folder = await open(dirname(place), 'r');
    await folder.sync();
    await folder.close();
  }

  async get(key: string): Promise<Readable | null> {
    try {
      const file = await open(join(this.folder, this.checked(key)), 'r');
      return file.createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.folder, this.checked(key)), { force: true });
  }
}
