import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { textToMarkdown } from './text-to-markdown.js';

describe('the lines of a mail in Markdown', () => {
  it('are joined where a program wrapped them', () => {
    const wrapped = [
      'We have tried this for two years now, and what we found is that the',
      'neighbours matter more than the flat; whoever has met them once comes',
      'back.',
    ].join('\n');

    assert.equal(textToMarkdown(wrapped, 'TEXT'), wrapped);
  });

  it('end where their author ended them', () => {
    assert.equal(textToMarkdown('Ana Müller\nTown hall\nGraz', 'TEXT'), 'Ana Müller  \nTown hall  \nGraz');
    assert.equal(textToMarkdown(`${'x'.repeat(150)}\nnext`, 'TEXT'), `${'x'.repeat(150)}  \nnext`);
    assert.equal(textToMarkdown(`${'word '.repeat(14)}end\nnext`, 'HTML'), `${'word '.repeat(14)}end  \nnext`);
  });

  it('of an answer do not become part of the quote above', () => {
    assert.equal(
      textToMarkdown('> Who pays?\nWe do.\n> Who cleans?\nThey.', 'TEXT'),
      '> Who pays?\n\nWe do.\n\n> Who cleans?\n\nThey.',
    );
  });

  it('do not become headings by the rule below them, nor change inside of code', () => {
    assert.equal(textToMarkdown('Agenda\n------\nKeys', 'TEXT'), 'Agenda\n\n------  \nKeys');
    assert.equal(textToMarkdown('```\na\n> b\n```', 'TEXT'), '```\na\n> b\n```');
  });

  it('keep every word in its order', () => {
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('> a', '--', '```', ''))), (lines) => {
        const text = lines.join('\n');
        for (const origin of ['TEXT', 'HTML'] as const)
          assert.deepEqual(words(textToMarkdown(text, origin)), words(text));
      }),
    );
  });
});
