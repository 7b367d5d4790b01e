import { BadUserInput, Conflict } from '#platform/refusals';

/** The same source has said the same of this city before. */
export class ClaimAlreadyMade extends Conflict {
  constructor() {
    super('This source is already quoted with these words for this city.');
  }
}

/** A year in which no city can have declared itself: before the Universal Declaration of 1948, or still to come. */
export class NotAYearOfDeclaration extends BadUserInput {
  constructor(thisYear: number, field: string) {
    super(`A city can have declared itself from 1948 to ${thisYear}.`, field);
  }
}

export class NotAPopulation extends BadUserInput {
  constructor() {
    super('A population is a whole number from 1 to 999,999,999.', 'value');
  }
}

/** A place on the map needs both of its coordinates. */
export class HalfALocation extends BadUserInput {
  constructor(missing: 'latitude' | 'longitude') {
    super('Give latitude and longitude together, or neither.', missing);
  }
}

export class NameMissing extends BadUserInput {
  constructor() {
    super('A name cannot be taken away.', 'name');
  }
}
