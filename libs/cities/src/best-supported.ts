import { type ClaimSubject } from './city.enums.js';

/** What one source says of a city. */
export interface Statement {
  readonly subject: ClaimSubject;
  readonly value: string;
  readonly source: string;
  /** ISO date; null where the source carries none. */
  readonly publishedOn: string | null;
  /** The source speaks against the value, such as a list that leaves the city out. */
  readonly denies: boolean;
  /** The city says so itself. It is the one to know when it declared itself and how many live there. */
  readonly ownWord: boolean;
}

interface Support {
  value: number;
  affirming: Set<string>;
  denying: Set<string>;
  latest: string;
}

const supportByValue = (statements: readonly Statement[]): Support[] => {
  const supports = new Map<number, Support>();
  for (const { value, source, publishedOn, denies } of statements) {
    const number = Number(value);
    const support = supports.get(number) ?? { value: number, affirming: new Set(), denying: new Set(), latest: '' };
    (denies ? support.denying : support.affirming).add(source);
    if (!denies && publishedOn !== null && publishedOn > support.latest) support.latest = publishedOn;
    supports.set(number, support);
  }
  return [...supports.values()].filter(({ affirming, denying }) => affirming.size > denying.size);
};

const netSupport = ({ affirming, denying }: Support): number => affirming.size - denying.size;
const byDate = (one: Support, other: Support): number =>
  one.latest === other.latest ? 0 : one.latest < other.latest ? 1 : -1;

const about = (subject: ClaimSubject, statements: readonly Statement[]): Statement[] =>
  statements.filter((statement) => statement.subject === subject);

const ownWordOf = (statements: readonly Statement[]): number | null => {
  const own = statements.find(({ ownWord, denies }) => ownWord && !denies);
  return own === undefined ? null : Number(own.value);
};

/**
 * The year in which a city declared itself a human rights city: its own word first, then the year that most sources
 * state (those that deny it taken off), then the more recently published, then the earlier year. Null where no source
 * states a year, even if the city is known to be declared.
 */
export function declaredYearOf(statements: readonly Statement[]): number | null {
  const years = about('DECLARED_YEAR', statements);
  const ranked = supportByValue(years).sort(
    (one, other) => netSupport(other) - netSupport(one) || byDate(one, other) || one.value - other.value,
  );
  return ownWordOf(years) ?? ranked[0]?.value ?? null;
}

/**
 * Whether a city has declared itself: a year is known, or at least as many sources name it among the declared cities
 * as leave it out. To be named is stronger evidence than to be missing from a list.
 */
export function isDeclared(statements: readonly Statement[]): boolean {
  if (declaredYearOf(statements) !== null) return true;
  const declarations = about('DECLARATION', statements);
  const affirming = new Set(declarations.filter(({ denies }) => !denies).map(({ source }) => source));
  const denying = new Set(declarations.filter(({ denies }) => denies).map(({ source }) => source));
  return affirming.size > 0 && affirming.size >= denying.size;
}

/**
 * How many people live in a city: its own word first, then the most recently published figure, since populations
 * change, then the one that most sources state, then the larger.
 */
export function populationOf(statements: readonly Statement[]): number | null {
  const figures = about('POPULATION', statements);
  const ranked = supportByValue(figures).sort(
    (one, other) => byDate(one, other) || netSupport(other) - netSupport(one) || other.value - one.value,
  );
  return ownWordOf(figures) ?? ranked[0]?.value ?? null;
}
