import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { declaredYearOf, isDeclared, populationOf, type Statement } from './best-supported.js';
import { type ClaimSubject } from './city.enums.js';

const says = (subject: ClaimSubject, value: string, source: string, more: Partial<Statement> = {}): Statement => ({
  subject,
  value,
  source,
  publishedOn: null,
  denies: false,
  ownWord: false,
  ...more,
});

describe('the year in which a city declared itself', () => {
  it('is not known where no source states one', () => {
    assert.equal(declaredYearOf([says('FOCUS', 'Housing', 'a book')]), null);
  });

  it('is the one that most sources state, however often one source repeats itself', () => {
    const statements = [
      says('DECLARED_YEAR', '2001', 'a book'),
      says('DECLARED_YEAR', '2001', 'a paper'),
      says('DECLARED_YEAR', '2002', 'a blog'),
      says('DECLARED_YEAR', '2002', 'a blog'),
      says('DECLARED_YEAR', '2002', 'a blog'),
    ];

    assert.equal(declaredYearOf(statements), 2001);
  });

  it('is the more recently published where as many sources state either', () => {
    const statements = [
      says('DECLARED_YEAR', '2001', 'a book', { publishedOn: '2010-01-01' }),
      says('DECLARED_YEAR', '2002', 'a paper', { publishedOn: '2015-01-01' }),
      says('DECLARED_YEAR', '2000', 'a blog'),
    ];

    assert.equal(declaredYearOf(statements), 2002);
  });

  it('is the earlier where nothing else decides', () => {
    assert.equal(
      declaredYearOf([says('DECLARED_YEAR', '2002', 'a paper'), says('DECLARED_YEAR', '2001', 'a book')]),
      2001,
    );
  });

  it('loses the support of a source for each that denies it', () => {
    const statements = [
      says('DECLARED_YEAR', '2001', 'a book'),
      says('DECLARED_YEAR', '2001', 'a paper', { denies: true }),
    ];

    assert.equal(declaredYearOf(statements), null);
  });

  it('is what the city says itself, whatever the sources say', () => {
    const statements = [
      says('DECLARED_YEAR', '2001', 'a book'),
      says('DECLARED_YEAR', '2001', 'a paper'),
      says('DECLARED_YEAR', '2003', 'Graz', { ownWord: true }),
    ];

    assert.equal(declaredYearOf(statements), 2003);
  });

  it('does not depend on the order of the statements', () => {
    const statement = fc.record({
      subject: fc.constant<ClaimSubject>('DECLARED_YEAR'),
      value: fc.constantFrom('1997', '2001', '2014'),
      source: fc.constantFrom('a', 'b', 'c', 'd'),
      publishedOn: fc.constantFrom(null, '2010-01-01', '2020-01-23'),
      denies: fc.boolean(),
      ownWord: fc.constant(false),
    });
    const shuffled = fc
      .array(statement, { maxLength: 12 })
      .chain((statements) =>
        fc.tuple(
          fc.constant(statements),
          fc.shuffledSubarray(statements, { minLength: statements.length, maxLength: statements.length }),
        ),
      );

    fc.assert(fc.property(shuffled, ([one, other]) => declaredYearOf(one) === declaredYearOf(other)));
  });
});

describe('whether a city has declared itself', () => {
  it('follows from a known year', () => {
    assert.equal(isDeclared([says('DECLARED_YEAR', '2014', 'a book')]), true);
  });

  it('may be known without the year', () => {
    const statements = [says('DECLARATION', 'Among the eight', 'a list')];

    assert.equal(isDeclared(statements), true);
    assert.equal(declaredYearOf(statements), null);
  });

  it('holds where one list names it and another leaves it out', () => {
    assert.equal(
      isDeclared([
        says('DECLARATION', 'Among the nine', 'a list'),
        says('DECLARATION', 'Not among the eight', 'another list', { denies: true }),
      ]),
      true,
    );
  });

  it('does not hold where more lists leave it out than name it', () => {
    assert.equal(
      isDeclared([
        says('DECLARATION', 'Among the nine', 'a list'),
        says('DECLARATION', 'Not among the eight', 'another list', { denies: true }),
        says('DECLARATION', 'Not among the ten', 'a third list', { denies: true }),
      ]),
      false,
    );
  });

  it('does not follow from being left out by nobody', () => {
    assert.equal(isDeclared([says('FOCUS', 'Housing', 'a book')]), false);
  });
});

describe('the population of a city', () => {
  it('is the most recently published, since it changes', () => {
    assert.equal(
      populationOf([
        says('POPULATION', '1691468', 'GeoNames'),
        says('POPULATION', '1700000', 'a book', { publishedOn: '2011-01-01' }),
        says('POPULATION', '2005760', 'the statistical office', { publishedOn: '2024-01-01' }),
      ]),
      2005760,
    );
  });

  it('is what the city says itself, before any book', () => {
    assert.equal(
      populationOf([
        says('POPULATION', '2005760', 'the statistical office', { publishedOn: '2024-01-01' }),
        says('POPULATION', '2028289', 'Vienna', { ownWord: true }),
      ]),
      2028289,
    );
  });
});
