import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database, newId } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { Storage } from './storage.js';

export interface StoredFile {
  id: string;
  ownerId: string;
  filename: string;
  mediaType: string;
  size: number;
}

/** Tells which files a person may read besides their own, because of what they are attached to. */
export type FileAccess = (actor: Actor, fileId: string) => Promise<boolean>;

/** Files by id: who gave them, and who may read them. Domains that attach files add their {@link FileAccess} at start. */
@Injectable()
export class Files {
  private readonly grants: FileAccess[] = [];

  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  alsoReadableBy(access: FileAccess): void {
    this.grants.push(access);
  }

  /** Keeps the bytes first and their row after, so that a row always has its bytes. */
  async keep(ownerId: string, filename: string, mediaType: string, bytes: Buffer): Promise<StoredFile> {
    const file = { id: newId(), ownerId, filename: filename.slice(0, 255) || 'file', mediaType, size: bytes.length };
    await this.storage.put(`files/${file.id}`, bytes, mediaType);
    await this.database.query(
      'insert into file (id, owner_id, filename, media_type, size, created_at) values ($1, $2, $3, $4, $5, $6)',
      [file.id, ownerId, file.filename, mediaType, file.size, this.clock.now()],
    );
    return file;
  }

  /** Refused as NOT_FOUND where there is none, or none that the actor may read. */
  async open(actor: Actor, id: string): Promise<{ file: StoredFile; bytes: Readable }> {
    const file = await this.database.one<StoredFile>(
      'select id, owner_id as "ownerId", filename, media_type as "mediaType", size::int from file where id = $1',
      [id],
    );
    if (!file || !(await this.mayRead(actor, file))) throw new NotFound('file');
    const bytes = await this.storage.get(`files/${file.id}`);
    if (!bytes) throw new NotFound('file');
    return { file, bytes };
  }

  async remove(id: string): Promise<void> {
    await this.database.query('delete from file where id = $1', [id]);
    await this.storage.remove(`files/${id}`);
  }

  private async mayRead(actor: Actor, file: StoredFile): Promise<boolean> {
    if (actor.personId === file.ownerId) return true;
    for (const grant of this.grants) if (await grant(actor, file.id)) return true;
    return false;
  }
}
