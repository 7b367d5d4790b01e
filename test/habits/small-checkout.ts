import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inCheckout } from './checkout.js';

/** Stands in for swc: copies each source to where its compiled form would be, and notes that it was called. */
export const buildScript = `
  import { appendFileSync, cpSync, existsSync } from 'node:fs';
  appendFileSync('builds.log', 'built\\n');
  for (const folder of ['libs', 'apps'].filter((name) => existsSync(name))) {
    cpSync(folder, 'dist/' + folder, { recursive: true });
  }
`;

/** A folder with this checkout's scripts, in which a build takes no time and needs no package. */
export async function makeSmallCheckout(files: Record<string, string>): Promise<string> {
  const checkout = await mkdtemp(join(tmpdir(), 'gemina-checkout-'));
  await cp(inCheckout('scripts'), join(checkout, 'scripts'), { recursive: true });
  const scripts = { 'build:server': 'node build.mjs', 'build:web': 'node build.mjs' };
  await write(checkout, 'package.json', JSON.stringify({ type: 'module', scripts }));
  await write(checkout, 'package-lock.json', JSON.stringify({ packages: {} }));
  await write(checkout, 'build.mjs', buildScript);
  for (const [path, text] of Object.entries(files)) await write(checkout, path, text);
  await mkdir(join(checkout, 'node_modules'));
  await symlink(inCheckout('node_modules/.bin'), join(checkout, 'node_modules/.bin'));
  return checkout;
}

/** Writes a file of the small checkout, and the folders above it. */
export async function write(checkout: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(checkout, path)), { recursive: true });
  await writeFile(join(checkout, path), text);
}
