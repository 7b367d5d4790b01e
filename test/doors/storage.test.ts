import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import S3rver from 's3rver';
import { readConfig } from '#platform/config';
import { mediaTypeOf, type Storage, storageOf } from '#platform/storage';

const folder = mkdtempSync(join(tmpdir(), 'gemina-storage-'));
const config = (env: Record<string, string>) => readConfig({ GEMINA_DATA: folder, ...env });

/** The same promises, on disk and over the protocol of S3 to a server that speaks it. */
function keepsItsPromises(storage: () => Storage): void {
  it('gives back the bytes that were put, from a buffer or a stream', async () => {
    const bytes = Buffer.from([0, 1, 2, 255, ...Buffer.from('Grüße')]);

    await storage().put('files/one', bytes, 'application/octet-stream');
    await storage().put('files/two', Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]), 'text/plain');

    for (const key of ['files/one', 'files/two']) {
      const found = await storage().get(key);
      assert.ok(found);
      assert.deepEqual(await buffer(found), bytes);
    }
  });

  it('replaces what is put again, and forgets what is removed', async () => {
    await storage().put('files/three', Buffer.from('old'), 'text/plain');
    await storage().put('files/three', Buffer.from('new'), 'text/plain');
    const found = await storage().get('files/three');
    assert.equal(found && (await buffer(found)).toString(), 'new');

    await storage().remove('files/three');
    await storage().remove('files/three');

    assert.equal(await storage().get('files/three'), null);
  });

  it('takes no key that leads elsewhere', async () => {
    for (const key of ['../secret', '/etc/passwd', 'files/../../x', 'files//x', '', 'Files/x', 'a\0b']) {
      await assert.rejects(storage().put(key, Buffer.from('x'), 'text/plain'), /no key of the storage/);
    }
  });
}

describe('storage on disk', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));
  const disk = storageOf(config({}));
  keepsItsPromises(() => disk);
});

describe('storage in an S3-compatible store', () => {
  let server: S3rver;
  let http: Server;
  let s3: Storage;

  before(async () => {
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: mkdtempSync(join(tmpdir(), 'gemina-s3-')),
      configureBuckets: [{ name: 'gemina', configs: [] }],
    });
    await server.run();
    http = (server as unknown as { httpServer: Server }).httpServer;
    const { port } = http.address() as AddressInfo;
    s3 = storageOf(config({ GEMINA_STORAGE_URL: `s3://S3RVER:S3RVER@127.0.0.1:${port}/gemina?tls=off` }));
  });
  after(() => server.close());

  keepsItsPromises(() => s3);
});

describe('media types', () => {
  it('are read from the bytes and never from what a client says', () => {
    assert.equal(mediaTypeOf(Buffer.from('89504e470d0a1a0a0000', 'hex')), 'image/png');
    assert.equal(mediaTypeOf(Buffer.from('%PDF-1.7 …')), 'application/pdf');
    assert.equal(mediaTypeOf(Buffer.from('<svg onload="alert(1)">')), 'text/plain; charset=utf-8');
    assert.equal(mediaTypeOf(Buffer.from('<html><script>')), 'text/plain; charset=utf-8');
    assert.equal(mediaTypeOf(Buffer.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61])), 'image/gif');
    assert.equal(mediaTypeOf(Buffer.from([0xff, 0xfe, 0x00])), 'application/octet-stream');
    assert.equal(mediaTypeOf(Buffer.alloc(0)), 'application/octet-stream');
  });
});
