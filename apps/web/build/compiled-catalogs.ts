import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { runnerImport, type Plugin } from 'vite';

const catalogPart = /\/src\/i18n\/messages\/[a-z]{2}\/[a-z-]+\.ts$/;

type Catalog = Record<string, string>;

const compile = (messages: Catalog) =>
  Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, compileMessageOrThrow(message)]));

/**
 * Turns the ICU messages of `src/i18n/messages/LOCALE/PART.ts` into lingui's compiled form while building, so that no
 * parser is sent to the browser and a message that cannot be parsed stops the build.
 */
export function compiledCatalogs(): Plugin {
  return {
    name: 'gemina:compiled-catalogs',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0] ?? id;
      if (!catalogPart.test(file) || file.endsWith('/index.ts')) return undefined;
      this.addWatchFile(file);
      const { module } = await runnerImport<Record<string, Catalog>>(file, { configFile: false, logLevel: 'silent' });
      return Object.entries(module)
        .map(([name, messages]) => `export const ${name} = ${JSON.stringify(compile(messages))};`)
        .join('\n');
    },
  };
}
