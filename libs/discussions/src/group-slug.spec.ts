import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { groupSlug, isGroupSlug } from './group-slug.js';

describe('slugs of groups', () => {
  it('come from names', () => {
    assert.equal(groupSlug("Women's Rights & Housing"), 'womens-rights-housing');
    assert.equal(groupSlug('Königsstädte', 2), 'konigsstadte-2');
    assert.equal(groupSlug('Postmaster'), 'group-postmaster');
    assert.equal(groupSlug('人権都市'), 'group');
  });

  it('can stand before the @ of an address, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 1000 }),
        (name, number) => {
          assert.ok(isGroupSlug(groupSlug(name, number)), groupSlug(name, number));
        },
      ),
    );
  });
});
