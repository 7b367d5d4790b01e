import type { INestApplicationContext } from '@nestjs/common';
import { LoadFacts } from '#cities';
import { ensureConfiguredAdministrator } from '#people';
import { Config } from '#platform/config';
import { loadDemo } from './demo/load-demo.js';

/** Brings an instance's own things into being: if told the demo network or the directory, and the configuration's administrator. */
export async function prepare(app: INestApplicationContext, wish: { facts?: boolean; demo?: boolean }): Promise<void> {
  if (wish.demo) await loadDemo(app);
  if (wish.facts) await app.get(LoadFacts, { strict: false }).load();
  await ensureConfiguredAdministrator(app, app.get(Config).admin);
}
