import { GraphQLScalarType, Kind } from 'graphql';
import {
  GraphQLCountryCode,
  GraphQLDateTimeISO,
  GraphQLEmailAddress,
  GraphQLJSON,
  GraphQLLocalDate,
  GraphQLLocale,
} from 'graphql-scalars';
import { BadUserInput } from '#platform/refusals';
import { isTimeZone } from '#platform/time';

/** A scalar that is a text of a certain form; what is not is refused as BAD_USER_INPUT before anything runs. */
function textScalar(
  name: string,
  description: string,
  isValid: (text: string) => boolean,
  cure: string,
): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !isValid(value)) throw new BadUserInput(cure);
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

const renamed = (scalar: GraphQLScalarType, name: string, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), name, description });

const anyText = (limit: number) => (text: string) => text.length <= limit;

export const DateTime = renamed(GraphQLDateTimeISO, 'DateTime', 'RFC 3339, UTC');
export const LocalDate = renamed(GraphQLLocalDate, 'LocalDate', 'A calendar day, such as 2026-11-21');
export const EmailAddress = renamed(GraphQLEmailAddress, 'EmailAddress', 'An e-mail address, such as name@example.org');
export const CountryCode = renamed(GraphQLCountryCode, 'CountryCode', 'ISO 3166-1 alpha-2');
export const Locale = renamed(GraphQLLocale, 'Locale', 'BCP 47');
export const JsonScalar = renamed(GraphQLJSON, 'JSON', 'Any JSON value');
export const Url = textScalar(
  'URL',
  'An http or https address',
  isWebAddress,
  'An address starts with https:// or http://.',
);
export const TimeZone = textScalar(
  'TimeZone',
  'IANA name',
  isTimeZone,
  'A time zone is an IANA name, such as Europe/Vienna.',
);
export const Cursor = textScalar('Cursor', 'Opaque', anyText(500), 'A cursor is one that this API has given out.');
export const Markdown = textScalar(
  'Markdown',
  'CommonMark with GFM tables, task lists and autolinks',
  anyText(100_000),
  'A text has 100,000 characters at the most.',
);
export const Html = textScalar(
  'HTML',
  'Sanitised: safe to insert into a page as it stands',
  anyText(1_000_000),
  'Too long.',
);

function isWebAddress(text: string): boolean {
  return text.length <= 2000 && URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
