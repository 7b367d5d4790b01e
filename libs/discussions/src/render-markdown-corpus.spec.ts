import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Parser } from 'htmlparser2';
import { renderMarkdown } from './render-markdown.js';

/** Collections of attacks, kept beside the checkout where there are any. */
const corpus = join(import.meta.dirname, '../../../../../shared/corpora/xss');

const harmless: Record<string, string[]> = {
  a: ['href', 'title', 'rel', 'class'],
  img: ['src', 'alt', 'loading'],
  input: ['type', 'checked', 'disabled'],
  label: ['class'],
  code: ['class'],
  ol: ['start'],
  td: ['style'],
  th: ['style'],
};
const bare = 'blockquote br del em h1 h2 h3 h4 h5 h6 hr li p pre s strong table tbody thead tr ul'.split(' ');

/** What in a page could do more than be read. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const known = harmless[name] ?? (bare.includes(name) ? [] : null);
      if (!known) faults.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!known?.includes(attribute)) faults.push(`<${name} ${attribute}>`);
        if (attribute === 'href' && !/^(https?:|mailto:|\/(?!\/)|#)/i.test(value)) faults.push(`href ${value}`);
        if (attribute === 'src' && !/^\/files\/[0-9a-f-]{36}$/.test(value)) faults.push(`src ${value}`);
        if (attribute === 'style' && !/^text-align:(left|right|center)$/.test(value)) faults.push(`style ${value}`);
      }
    },
  });
  parser.end(html);
  return faults;
}

function attacksIn(file: string): string[] {
  const text = readFileSync(join(corpus, file), 'utf8');
  if (!file.endsWith('.json')) return [text, ...text.split(/\r?\n/)];
  const entries = JSON.parse(text) as (string | { payload: string })[];
  return entries.map((entry) => (typeof entry === 'string' ? entry : entry.payload));
}

describe(
  'known attacks as posts',
  { skip: existsSync(corpus) ? false : 'the corpus is not beside this checkout' },
  () => {
    for (const file of existsSync(corpus) ? readdirSync(corpus).filter((name) => /\.(txt|json)$/.test(name)) : []) {
      it(`leave nothing that runs: ${file}`, () => {
        for (const attack of attacksIn(file)) {
          for (const markdown of [attack, `[x](${attack})`, `![${attack}](${attack})`]) {
            const faults = faultsOf(renderMarkdown(markdown));
            assert.deepEqual(faults, [], `${markdown.slice(0, 300)} → ${faults.join()}`);
          }
        }
      });
    }
  },
);
