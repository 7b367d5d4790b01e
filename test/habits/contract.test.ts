import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { buildSchema } from 'graphql';
import { inCheckout, runNode } from './checkout.js';
import { compare, differencesHere, faultsOf } from './contract.js';
import { readToCome } from './to-come.js';

const promised = `
  type Query { city(id: ID!): City  cities(first: Int = 20, order: [Order!] = [NAME]): [City!]! }
  interface Node { id: ID! }
  type City implements Node { id: ID! name: String! }
  type Organisation { id: ID! }
  union Body = City | Organisation
  enum Order { NAME COUNTRY }
  input Filter { country: String themes: [String!] }
`;

/** The promised schema with one thing replaced, and the list of what may still be missing. */
const faultsAfter = (from: string, to: string, toCome: string[] = []): string[] => {
  assert.ok(promised.includes(from));
  return faultsOf(compare(buildSchema(promised), buildSchema(promised.replace(from, to))), toCome);
};

describe('the comparison with the contract', () => {
  it('is content with the contract itself and with extensions', () => {
    assert.deepEqual(faultsAfter('', ''), []);
    assert.deepEqual(faultsAfter('city(id: ID!)', 'city(id: ID!, locale: String, depth: Int! = 1)'), []);
    assert.deepEqual(faultsAfter('enum Order { NAME', 'type Added { id: ID! } enum Order { NAME SIZE'), []);
    assert.deepEqual(faultsAfter('country: String', 'country: String size: Int'), []);
  });

  const faults: [what: string, from: string, to: string, fault: string][] = [
    ['a type', 'input Filter { country: String themes: [String!] }', '', 'Filter is missing'],
    ['a field', 'id: ID! name: String!', 'id: ID!', 'City.name is missing'],
    ['an argument', 'city(id: ID!)', 'city', 'Query.city(id:) is missing'],
    ['a value', 'NAME COUNTRY', 'NAME', 'Order.COUNTRY is missing'],
    ['a field of an input', 'country: String themes', 'themes', 'Filter.country is missing'],
    ['a member of a union', 'City | Organisation', 'City', 'Body.Organisation is missing'],
    ['an interface', 'City implements Node', 'City', 'City implements Node is missing'],
    ['another type', 'name: String!', 'name: Int!', 'City.name is Int!, promised is String!'],
    ['another nullability', '): [City!]!', '): [City]!', 'Query.cities is [City]!, promised is [City!]!'],
    ['a stricter argument', 'first: Int = 20', 'first: Int! = 20', 'Query.cities(first:) is Int!, promised is Int'],
    [
      'another default',
      'first: Int = 20',
      'first: Int = 50',
      'Query.cities(first:) has the default 50, promised is 20',
    ],
    ['a stricter input', 'country: String', 'country: String!', 'Filter.country is String!, promised is String'],
    [
      'a new argument that is required',
      'city(id: ID!)',
      'city(id: ID!, at: Int!)',
      'Query.city demands at, which clients do not know',
    ],
    [
      'a new input field that is required',
      'country: String',
      'country: String at: Int!',
      'Filter demands at, which clients do not know',
    ],
    [
      'another kind',
      'input Filter { country: String themes: [String!] }',
      'scalar Filter',
      'Filter is Scalar, promised is InputObject',
    ],
  ];
  for (const [what, from, to, fault] of faults) {
    it(`finds ${what}`, () => {
      assert.ok(faultsAfter(from, to).includes(fault), faultsAfter(from, to).join('\n'));
    });
  }

  it('forgives what is listed as still to come, and nothing that is different', () => {
    assert.deepEqual(faultsAfter('id: ID! name: String!', 'id: ID!', ['City.name']), []);
    assert.deepEqual(faultsAfter('name: String!', 'name: Int!', ['City.name']).length, 2);
  });

  it('wants the list exact, sorted and without doubles', () => {
    const stale = 'City.name is listed as still to come, but it is there or not promised';
    const untidy = 'the list of what is still to come is not sorted, or names something twice';
    assert.deepEqual(faultsAfter('', '', ['City.name']), [stale]);
    assert.deepEqual(faultsAfter('id: ID! name: String!', 'id: ID!', ['City.name', 'City.name']), [untidy]);
  });
});

describe('the API', () => {
  it('keeps the contract, but for what is listed as still to come', async () => {
    assert.deepEqual(faultsOf(differencesHere(), await readToCome()), []);
  });

  it('is the committed schema.graphql; "npm run schema" writes it anew', { timeout: 60_000 }, async () => {
    const { status, stdout, stderr } = await runNode([inCheckout('dist/apps/server/src/print-schema.js')]);

    assert.equal(status, 0, stderr);
    assert.equal(stdout, await readFile(inCheckout('schema.graphql'), 'utf8'));
  });
});
