import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { threadTitle } from './thread-title.js';

describe('the title of a thread that a mail starts', () => {
  it('is the subject without what mail programs put before it', () => {
    for (const subject of [
      'Keys',
      'Re: Keys',
      'AW: Re: Keys',
      'Fwd: TR : Keys',
      'RE[2]: Keys',
      '[Housing] Keys',
      'Re: [Housing] Re: Keys',
      'Sv: VS: Keys',
    ]) {
      assert.equal(threadTitle(subject, 'text', 100), 'Keys', subject);
    }
  });

  it('keeps words that only begin like a prefix', () => {
    assert.equal(threadTitle('Refugees: who helps?', '', 100), 'Refugees: who helps?');
    assert.equal(threadTitle('[x]', '', 100), '[x]');
  });

  it('is how the text begins where there is no subject, and never longer than it may be', () => {
    assert.equal(threadTitle(' Re: ', 'Who pays\nfor the key?', 100), 'Who pays');
    assert.equal(threadTitle('x'.repeat(300), '', 200).length, 200);
    assert.equal(threadTitle('', '', 200), '');
  });
});
