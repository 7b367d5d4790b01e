import { BadUserInput, Conflict, Expired, InvalidTransition, Refusal } from '#platform/refusals';
import { type Theme } from './suggestion-score.js';
import { type TwinningStatus } from './twinning.entity.js';

export class MentorAtCapacity extends Refusal {
  readonly code = 'CAPACITY_REACHED';
  constructor(readonly capacity: number) {
    super(
      capacity === 1
        ? 'This city mentors one city at once and has no place free.'
        : `This city mentors ${capacity} cities at once and has no place free.`,
    );
  }
}

export class ThemePlacesTaken extends Refusal {
  readonly code = 'CAPACITY_REACHED';
  constructor(readonly themes: Theme[]) {
    super(
      `All places on ${themes.join(', ')} are taken. More places on it can be offered, or another theme asked for.`,
    );
  }
}

export class CapacityBelowTaken extends BadUserInput {
  constructor(readonly taken: number) {
    super(`${taken} of the places are taken: end a twinning first, or offer at least as many.`, 'capacity');
  }
}

export class PlacesBelowTaken extends BadUserInput {
  constructor(
    readonly theme: Theme,
    readonly taken: number,
  ) {
    super(`${taken} of the places on ${theme} are taken: end a twinning first, or offer at least as many.`, 'places');
  }
}

export class TooManyOpenRequests extends Conflict {
  constructor(readonly most: number) {
    super(`A city has ${most} open learning requests at the most. Close one first.`);
  }
}

export class LearningRequestIsClosed extends InvalidTransition {
  constructor() {
    super('This learning request is closed. Open a new one to go on looking for a mentor.');
  }
}

export class MentorTakesNoProposals extends Conflict {
  override readonly field = 'mentorId';
  constructor() {
    super('This city has paused its offer and takes no proposals now.');
  }
}

export class NothingInCommon extends BadUserInput {
  constructor() {
    super('This city mentors on none of the themes that are asked for.', 'mentorId');
  }
}

export class OwnMentor extends BadUserInput {
  constructor() {
    super('A city cannot be its own mentor.', 'mentorId');
  }
}

export class TwinningAlreadyOpen extends Conflict {
  constructor() {
    super('These two cities have an open proposal or an active twinning already.');
  }
}

export class NotAtThisStage extends InvalidTransition {
  constructor(
    readonly status: TwinningStatus,
    what: string,
  ) {
    super(`${what}; this one is ${status}.`);
  }
}

export class AlreadyEvaluated extends Conflict {
  constructor() {
    super('This city has evaluated the twinning already.');
  }
}

export class ProposalHasExpired extends Expired {
  constructor() {
    super('This proposal has expired: it was not answered in time. The learner city may propose again.');
  }
}

export class NotOneOfTheTwo extends BadUserInput {
  constructor() {
    super('This city is neither the mentor nor the learner of the twinning.', 'cityId');
  }
}

export class EndsBeforeItStarts extends BadUserInput {
  constructor() {
    super('An exchange ends after it has started.', 'endsAt');
  }
}

export class TooLongAnExchange extends BadUserInput {
  constructor(days: number) {
    super(`An exchange takes ${days} days at the most: log a longer one in parts.`, 'endsAt');
  }
}
