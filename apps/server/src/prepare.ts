import type { INestApplicationContext } from '@nestjs/common';
import { LoadFacts } from '#cities';
import { ensureConfiguredAdministrator } from '#people';
import { Config } from '#platform/config';

/** Brings an instance's own things into being: the configuration's administrator and, if told, the directory of cities. */
export async function prepare(app: INestApplicationContext, wish: { facts: boolean }): Promise<void> {
  await ensureConfiguredAdministrator(app, app.get(Config).admin);
  if (wish.facts) await app.get(LoadFacts, { strict: false }).load();
}
