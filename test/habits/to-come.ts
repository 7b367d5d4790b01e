import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { inCheckout } from './checkout.js';
import { differencesHere } from './contract.js';

const file = inCheckout('docs/contract/to-come.txt');

/** What of the contract the API may still lack, one name a line. */
export async function readToCome(): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
}

/** Run as a program (`npm run contract:to-come`) it writes the list anew from the committed schema. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { missing } = differencesHere();
  await writeFile(file, missing.map((name) => `${name}\n`).join(''));
  process.stdout.write(`${missing.length} names of the contract are still to come.\n`);
}
