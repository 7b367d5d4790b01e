import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { inCheckout } from './checkout.js';

/** The coordinates of what the contract has and the API lacks, and in words what the API has otherwise. */
export interface Differences {
  missing: string[];
  different: string[];
}

/**
 * Compares the API with the contract that it must keep. More types, fields, values and optional arguments are fine. What a missing
 * thing holds is not listed beside it. Members of a union are named like fields, `Body.City`, and interfaces `City implements Node`.
 */
export function compare(contract: GraphQLSchema, api: GraphQLSchema): Differences {
  const differences: Differences = { missing: [], different: [] };
  for (const promised of Object.values(contract.getTypeMap())) {
    if (isIntrospectionType(promised) || isSpecifiedScalarType(promised)) continue;
    const found = api.getType(promised.name);
    if (found === undefined) differences.missing.push(promised.name);
    else if (kindOf(found) !== kindOf(promised)) {
      differences.different.push(`${promised.name} is ${kindOf(found)}, promised is ${kindOf(promised)}`);
    } else compareType(promised, found, differences);
  }
  differences.missing.sort();
  return differences;
}

/** What is wrong with the API, given the list of what it may still lack; the list must be exact. Empty if all is well. */
export function faultsOf({ missing, different }: Differences, toCome: string[]): string[] {
  return [
    ...different,
    ...missing.filter((name) => !toCome.includes(name)).map((name) => `${name} is missing`),
    ...toCome
      .filter((name) => !missing.includes(name))
      .map((name) => `${name} is listed as still to come, but it is there or not promised`),
    ...(isDeepStrictEqual(toCome, [...new Set(toCome)].sort())
      ? []
      : ['the list of what is still to come is not sorted, or names something twice']),
  ];
}

/** The differences between the contract in docs/ and the committed schema. */
export function differencesHere(): Differences {
  const read = (path: string) => buildSchema(readFileSync(inCheckout(path), 'utf8'));
  return compare(read('docs/contract/schema.graphql'), read('schema.graphql'));
}

const kindOf = (type: GraphQLNamedType): string =>
  type.astNode?.kind.replace('TypeDefinition', '') ?? type.constructor.name;

function compareType(promised: GraphQLNamedType, found: GraphQLNamedType, differences: Differences): void {
  const { name } = promised;
  const missIn = (names: string[], present: string[], coordinate: (member: string) => string) =>
    differences.missing.push(...names.filter((member) => !present.includes(member)).map(coordinate));
  if (isEnumType(promised) && isEnumType(found)) {
    missIn(namesOf(promised.getValues()), namesOf(found.getValues()), (value) => `${name}.${value}`);
  } else if (isUnionType(promised) && isUnionType(found)) {
    missIn(namesOf(promised.getTypes()), namesOf(found.getTypes()), (member) => `${name}.${member}`);
  } else if (isInputObjectType(promised) && isInputObjectType(found)) {
    compareInputs(name, promised.getFields(), found.getFields(), (field) => `${name}.${field}`, differences);
  } else if (hasFields(promised) && hasFields(found)) {
    missIn(namesOf(promised.getInterfaces()), namesOf(found.getInterfaces()), (other) => `${name} implements ${other}`);
    for (const field of Object.values(promised.getFields())) {
      compareField(`${name}.${field.name}`, field, found.getFields()[field.name], differences);
    }
  }
}

const hasFields = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type);
const namesOf = (named: readonly { name: string }[]): string[] => named.map(({ name }) => name);

type Field = GraphQLField<unknown, unknown>;

function compareField(at: string, promised: Field, found: Field | undefined, differences: Differences): void {
  if (found === undefined) {
    differences.missing.push(at);
    return;
  }
  compareTypes(at, promised, found, differences);
  const byName = (args: readonly GraphQLArgument[]) =>
    Object.fromEntries(args.map((argument) => [argument.name, argument]));
  compareInputs(at, byName(promised.args), byName(found.args), (argument) => `${at}(${argument}:)`, differences);
}

type Inputs = Record<string, GraphQLInputField | GraphQLArgument>;

/** Arguments, and fields of inputs: what clients may send must be taken, and nothing more be demanded of them. */
function compareInputs(
  owner: string,
  promised: Inputs,
  found: Inputs,
  at: (name: string) => string,
  differences: Differences,
): void {
  for (const [name, input] of Object.entries(promised)) {
    const there = found[name];
    if (there === undefined) {
      differences.missing.push(at(name));
      continue;
    }
    compareTypes(at(name), input, there, differences);
    if (!isDeepStrictEqual(plain(input.defaultValue), plain(there.defaultValue))) {
      const [has, wanted] = [JSON.stringify(there.defaultValue), JSON.stringify(input.defaultValue)];
      differences.different.push(`${at(name)} has the default ${has}, promised is ${wanted}`);
    }
  }
  for (const [name, input] of Object.entries(found)) {
    if (promised[name] === undefined && (isRequiredArgument(input) || isRequiredInputField(input))) {
      differences.different.push(`${owner} demands ${name}, which clients do not know`);
    }
  }
}

function compareTypes(
  at: string,
  promised: { type: unknown },
  found: { type: unknown },
  differences: Differences,
): void {
  const [wanted, has] = [String(promised.type), String(found.type)];
  if (wanted !== has) differences.different.push(`${at} is ${has}, promised is ${wanted}`);
}

/** graphql-js makes objects without a prototype, which compare as unequal to others. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
