import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Storage } from './storage.js';

/**
 * An S3-compatible store, named as `s3://KEY:SECRET@HOST[:PORT]/BUCKET[?region=R&tls=off]`; without KEY:SECRET the
 * usual AWS credentials count, and without a port HOST is an AWS endpoint reached over TLS.
 */
export class S3Storage extends Storage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(address: string) {
    super();
    const url = new URL(address);
    this.bucket = url.pathname.replace(/^\/+|\/+$/g, '');
    if (!this.bucket) throw new Error('GEMINA_STORAGE_URL names no bucket: s3://KEY:SECRET@HOST/BUCKET.');
    this.client = new S3Client({
      endpoint: `${url.searchParams.get('tls') === 'off' ? 'http' : 'https'}://${url.host}`,
      region: url.searchParams.get('region') ?? 'us-east-1',
      forcePathStyle: true,
      ...(url.username
        ? {
            credentials: {
              accessKeyId: decodeURIComponent(url.username),
              secretAccessKey: decodeURIComponent(url.password),
            },
          }
        : {}),
    });
  }

  async put(key: string, bytes: Buffer | Readable, mediaType: string): Promise<void> {
    const body = Buffer.isBuffer(bytes) ? bytes : await buffer(bytes);
    await this.client.send(
      new PutObjectCommand({ Bucket: this.bucket, Key: this.checked(key), Body: body, ContentType: mediaType }),
    );
  }

  async get(key: string): Promise<Readable | null> {
    try {
      const found = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: this.checked(key) }));
      return found.Body as Readable;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: this.checked(key) }));
  }
}
