import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { learnWords, trueCase } from './true-case.js';

const text = [
  'European Economic and Social Committee (EESC), 7th floor',
  'She speaks for the European cities at the EESC.',
  '- What are key fundamental rights issues?',
  'Coffee break',
].join('\n');

describe('trueCase', () => {
  const known = learnWords(text);

  it('writes words as the rest of the text does', () => {
    assert.equal(trueCase('FUNDAMENTAL RIGHTS IN EUROPEAN CITIES', known), 'Fundamental rights in European cities');
  });

  it('keeps acronyms, with their genitive', () => {
    assert.equal(trueCase("THE EESC'S GROUP", known), "The EESC's group");
  });

  it('learns nothing from the first word of a line', () => {
    assert.equal(trueCase('WELCOME COFFEE', known), 'Welcome coffee');
  });

  it('keeps initials that an ampersand joins', () => {
    assert.equal(trueCase('REPORTING BACK INCL. Q&A', known), 'Reporting back incl. Q&A');
  });

  it('leaves a title alone that is not in capitals', () => {
    assert.equal(trueCase('Lunch at the EESC', known), 'Lunch at the EESC');
  });
});
