import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { containing, foldedName, slugOf } from './folded-name.js';

describe('a folded name', () => {
  it('has neither accents nor capitals', () => {
    assert.equal(foldedName('Gdańsk'), 'gdansk');
    assert.equal(foldedName('Łódź'), 'lodz');
    assert.equal(foldedName('İSTANBUL'), 'istanbul');
    assert.equal(foldedName('Åsele  Øst '), 'asele ost');
    assert.equal(foldedName('Weißenburg'), 'weissenburg');
  });

  it('keeps other scripts', () => {
    assert.equal(foldedName('광주'), '광주'.normalize('NFKD'));
    assert.equal(foldedName('Афины'), 'афины');
  });

  it('folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => foldedName(foldedName(name)) === foldedName(name)),
    );
  });
});

describe('a slug', () => {
  it('joins words by hyphens', () => {
    assert.equal(slugOf('The Hague'), 'the-hague');
    assert.equal(slugOf('Józsefváros (Budapest VIII)'), 'jozsefvaros-budapest-viii');
    assert.equal(slugOf('L’Aquila'), 'laquila');
  });

  it('is empty where there is nothing to spell', () => {
    assert.equal(slugOf('광주'), '');
  });

  it('is an address of small letters, digits and single hyphens, or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) =>
        /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugOf(name)),
      ),
    );
  });
});

describe('a search pattern', () => {
  it('takes wildcards literally', () => {
    assert.equal(containing('100%_\\'), '%100\\%\\_\\\\%');
  });
});
