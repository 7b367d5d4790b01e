import { BadUserInput, Conflict, InvalidTransition, Refusal } from '#platform/refusals';
import { type RoundStatus } from './round.entity.js';

export class ClosesInThePast extends BadUserInput {
  constructor() {
    super('A round closes some time from now, so that cities can rank.', 'closesAt');
  }
}

export class RoundNotAtThisStage extends InvalidTransition {
  constructor(
    readonly status: RoundStatus,
    what: string,
  ) {
    super(`${what}; this one is ${status}.`);
  }
}

export class RankingsAreClosed extends InvalidTransition {
  constructor(readonly closedAt: Date) {
    super('This round is closed: rankings stay as they are.');
  }
}

/** What is wrong with a ranking, by the cities it is about. */
export class RanksUnknownCity extends BadUserInput {
  constructor(readonly cityIds: string[]) {
    super(`There is no such city: ${cityIds.join(', ')}.`, 'ranking');
  }
}

export class RanksItself extends BadUserInput {
  constructor() {
    super('A city cannot rank itself.', 'ranking');
  }
}

export class RankedTwice extends BadUserInput {
  constructor(readonly cityIds: string[]) {
    super(`A city stands once in a ranking. Ranked twice: ${cityIds.join(', ')}.`, 'ranking');
  }
}

export class EmptyTie extends BadUserInput {
  constructor() {
    super('Each inner list names one city, or several that are ranked alike.', 'ranking');
  }
}

export class RankingTooLong extends BadUserInput {
  constructor(readonly most: number) {
    super(`A ranking names ${most} cities at the most.`, 'ranking');
  }
}

export class NothingAskedFor extends BadUserInput {
  constructor() {
    super('To rank mentors, open a learning request first: it says on which themes.', 'cityId');
  }
}

export class NothingOffered extends BadUserInput {
  constructor() {
    super('To rank learners, offer to mentor first: it says on which themes, and for how many.', 'cityId');
  }
}

export class NoPlaceToGive extends Refusal {
  readonly code = 'CAPACITY_REACHED';
  override readonly field = 'cityId';
  constructor(readonly capacity: number) {
    super(`All ${capacity} of the city's places are taken. Offer more of them, or end a twinning, to take part.`);
  }
}

export class RanksCityWithoutOffer extends BadUserInput {
  constructor(readonly cityIds: string[]) {
    super(`These cities have no open offer to mentor: ${cityIds.join(', ')}.`, 'ranking');
  }
}

export class RanksCityWithoutRequest extends BadUserInput {
  constructor(readonly cityIds: string[]) {
    super(`These cities have no open learning request: ${cityIds.join(', ')}.`, 'ranking');
  }
}

export class RanksCityWithNothingInCommon extends BadUserInput {
  constructor(readonly cityIds: string[]) {
    super(`Nothing that is asked for is offered, with these cities: ${cityIds.join(', ')}.`, 'ranking');
  }
}

/** Why a row of a file of rankings cannot be taken; rows count from 1, which is the heading's. */
export interface WrongRow {
  row: number;
  reason: string;
}

export class RankingsNotImported extends BadUserInput {
  constructor(
    readonly rows: WrongRow[],
    /** How many rows are wrong; `rows` names the first of them. */
    readonly wrong: number,
  ) {
    super(`Nothing was imported: ${wrong} of the rows cannot be taken.`, 'csv');
  }
}

export class NobodyHasRanked extends Conflict {
  constructor(readonly missing: 'LEARNER' | 'MENTOR') {
    super(
      missing === 'LEARNER'
        ? 'No city has ranked mentors yet: there is nothing to match.'
        : 'No city has ranked learners yet: nobody would take anybody.',
    );
  }
}

export class AlreadyComputing extends Conflict {
  constructor() {
    super('This round is being computed at this moment. Wait for the result.');
  }
}

export class InputsHaveChanged extends Conflict {
  constructor() {
    super('Rankings or places have changed while the round was computed. Compute it again.');
  }
}

export class PlacesNoLongerFree extends Conflict {
  constructor(readonly mentorIds: string[]) {
    super('Places that this result counts on are taken by now. Discard the result and compute the round again.');
  }
}

export class NotMentorOfThisRound extends BadUserInput {
  constructor() {
    super('This city is not among the mentors of the round.', 'mentorId');
  }
}

export class NotOfThisRound extends BadUserInput {
  constructor(field: 'learnerId' | 'mentorId') {
    super(`This city does not take part in the round as a ${field === 'learnerId' ? 'learner' : 'mentor'}.`, field);
  }
}

export class InfeasiblePlaces extends BadUserInput {
  constructor(readonly most: number) {
    super(`A mentor has 0 to ${most} places in a round.`, 'places');
  }
}

export class ThemeWithoutPlaces extends BadUserInput {
  constructor() {
    super('This mentor has no places of its own on that theme.', 'theme');
  }
}
