import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requireName } from './person-name.js';

describe('names of people', () => {
  it('are kept in single spaces and composed letters', () => {
    assert.equal(requireName('  Zoe\u0308 \t van\u00a0der  Berg '), 'Zo\u00eb van der Berg');
    assert.equal(requireName('Nguyễn Thị Minh Khai'), 'Nguyễn Thị Minh Khai');
    assert.equal(requireName('O’Neill-Şahin, Jr.'), 'O’Neill-Şahin, Jr.');
  });

  it('have no links, addresses, control characters or turned direction', () => {
    const bad = [
      '',
      ' ',
      'http://x',
      'See WWW.evil.example',
      'me@example.org',
      '<b>me</b>',
      'a\u0000b',
      'a\u202eb',
      'x'.repeat(101),
    ];
    for (const name of bad) assert.throws(() => requireName(name), { code: 'BAD_USER_INPUT', field: 'name' });
  });
});
