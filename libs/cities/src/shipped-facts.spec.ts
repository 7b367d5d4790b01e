import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { declaredYearOf, isDeclared, populationOf, type Statement } from './best-supported.js';
import { countryFacts, shippedFacts } from './shipped-facts.js';

const { attribution, cities, organisations, networks } = shippedFacts();
const citySlugs = new Set(cities.map(({ slug }) => slug));
const statementsOf = (slug: string): Statement[] => {
  const city = cities.find((candidate) => candidate.slug === slug);
  assert.ok(city, `${slug} is not shipped`);
  return city.claims.map((claim) => ({ ...claim, ownWord: false }));
};
const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);

describe('the shipped facts', () => {
  it('hold the 47 authorities', () => {
    assert.equal(cities.length + organisations.filter(({ authority }) => authority).length, 47);
  });

  it('name each thing once', () => {
    assert.deepEqual(repeated([...cities, ...organisations].map(({ slug }) => slug)), []);
    assert.deepEqual(repeated([...cities, ...organisations].map(({ name }) => name)), []);
    assert.deepEqual(repeated(networks.map(({ slug }) => slug)), []);
    assert.deepEqual(repeated(cities.flatMap(({ geonameId }) => (geonameId === null ? [] : [String(geonameId)]))), []);
  });

  it('repeat no claim', () => {
    for (const { slug, claims } of cities) {
      assert.deepEqual(repeated(claims.map(({ subject, value, source }) => `${subject} ${value} ${source}`)), [], slug);
    }
  });

  it('give every source a name that a person can read', () => {
    const claims = cities.flatMap((city) => city.claims);
    const members = networks.flatMap((network) => network.members);

    for (const { source } of [...claims, ...organisations, ...networks, ...members]) {
      assert.match(source, /^[A-Z]/);
      assert.doesNotMatch(source, /seed|\.txt|[0-9a-f]{8,}/);
    }
  });

  it('carry the attribution that GeoNames asks for', () => {
    assert.match(attribution, /GeoNames \(CC BY 4\.0\)/);
  });

  it('know population and coordinates together or not at all', () => {
    for (const { slug, population, location, geonameId } of cities) {
      assert.equal(population === null, location === null, slug);
      assert.equal(population === null, geonameId === null, slug);
      assert.equal(population, populationOf(statementsOf(slug)), slug);
    }
  });

  it('speak of countries that are shipped too, in languages of those countries', () => {
    for (const { slug, country, languages } of cities) {
      assert.deepEqual(languages, countryFacts(country)?.languages, slug);
    }
  });

  it('name only cities and organisations that are there', () => {
    const organisationSlugs = new Set(organisations.map(({ slug }) => slug));
    for (const { partOf } of cities) assert.ok(partOf === null || citySlugs.has(partOf));
    for (const { convenor, members } of networks) {
      assert.ok(convenor === null || organisationSlugs.has(convenor));
      for (const { city } of members) assert.ok(citySlugs.has(city), city);
      assert.deepEqual(repeated(members.map(({ city }) => city)), []);
    }
  });

  it('keep the disagreement about Nuremberg', () => {
    const declarations = statementsOf('nuremberg').filter(({ subject }) => subject === 'DECLARATION');

    assert.deepEqual(
      declarations.map(({ denies }) => denies),
      [false, true],
    );
    assert.notEqual(declarations[0]?.source, declarations[1]?.source);
  });

  it('make declared cities of those that the sources name, and of no other', () => {
    const declared = cities.filter(({ slug }) => isDeclared(statementsOf(slug))).map(({ slug }) => slug);

    assert.deepEqual(declared.sort(), [
      'barcelona',
      'graz',
      'lund',
      'middelburg',
      'nuremberg',
      'rosario',
      'salzburg',
      'utrecht',
      'vienna',
      'york',
    ]);
  });

  it('know the year of four declarations', () => {
    const years = cities.flatMap(({ slug }) => {
      const year = declaredYearOf(statementsOf(slug));
      return year === null ? [] : [`${slug} ${year}`];
    });

    assert.deepEqual(years.sort(), ['graz 2001', 'lund 2018', 'rosario 1997', 'vienna 2014']);
  });
});

describe('what is known of a country', () => {
  it('is whether it belongs to the European Union', () => {
    assert.equal(countryFacts('AT')?.eu, true);
    assert.equal(countryFacts('GB')?.eu, false);
  });

  it('is nothing where the list leaves it out', () => {
    assert.equal(countryFacts('ZZ'), undefined);
  });
});
