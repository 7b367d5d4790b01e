import { DomainEvent } from '#platform/database';

/** A city's offer to mentor was made or changed. */
export class MentoringOffered extends DomainEvent {
  static override readonly storedName = 'twinning.mentoring-offered';
  constructor(
    readonly offerId: string,
    readonly cityId: string,
    readonly open: boolean,
  ) {
    super();
  }
}

export class LearningRequested extends DomainEvent {
  static override readonly storedName = 'twinning.learning-requested';
  constructor(
    readonly requestId: string,
    readonly cityId: string,
  ) {
    super();
  }
}

export class LearningRequestClosed extends DomainEvent {
  static override readonly storedName = 'twinning.learning-request-closed';
  constructor(
    readonly requestId: string,
    readonly cityId: string,
  ) {
    super();
  }
}

/** Something happened to or in a twinning: both cities' people follow it on one topic, everybody else on another. */
abstract class TwinningEvent extends DomainEvent {
  constructor(
    readonly twinningId: string,
    readonly mentorId: string,
    readonly learnerId: string,
  ) {
    super();
  }

  override topics(): string[] {
    return [insideTopic(this.twinningId), factTopic(this.twinningId)];
  }
}

export class TwinningProposed extends TwinningEvent {
  static override readonly storedName = 'twinning.proposed';
}

export class TwinningAnswered extends TwinningEvent {
  static override readonly storedName = 'twinning.answered';
  constructor(
    twinningId: string,
    mentorId: string,
    learnerId: string,
    readonly accepted: boolean,
  ) {
    super(twinningId, mentorId, learnerId);
  }
}

export class TwinningWithdrawn extends TwinningEvent {
  static override readonly storedName = 'twinning.withdrawn';
}

export class TwinningExpired extends TwinningEvent {
  static override readonly storedName = 'twinning.expired';
}

export class TwinningEnded extends TwinningEvent {
  static override readonly storedName = 'twinning.ended';
  constructor(
    twinningId: string,
    mentorId: string,
    learnerId: string,
    readonly completed: boolean,
  ) {
    super(twinningId, mentorId, learnerId);
  }
}

export class MilestoneAdded extends TwinningEvent {
  static override readonly storedName = 'twinning.milestone-added';
  constructor(
    twinningId: string,
    mentorId: string,
    learnerId: string,
    readonly milestoneId: string,
  ) {
    super(twinningId, mentorId, learnerId);
  }
}

export class MilestoneCompleted extends TwinningEvent {
  static override readonly storedName = 'twinning.milestone-completed';
  constructor(
    twinningId: string,
    mentorId: string,
    learnerId: string,
    readonly milestoneId: string,
  ) {
    super(twinningId, mentorId, learnerId);
  }
}

export class ExchangeLogged extends TwinningEvent {
  static override readonly storedName = 'twinning.exchange-logged';
  constructor(
    twinningId: string,
    mentorId: string,
    learnerId: string,
    readonly exchangeId: string,
  ) {
    super(twinningId, mentorId, learnerId);
  }
}

export class TwinningEvaluated extends TwinningEvent {
  static override readonly storedName = 'twinning.evaluated';
  constructor(
    twinningId: string,
    mentorId: string,
    learnerId: string,
    readonly evaluationId: string,
  ) {
    super(twinningId, mentorId, learnerId);
  }
}

export const insideTopic = (twinningId: string): string => `twinning:${twinningId}`;
export const factTopic = (twinningId: string): string => `twinning:${twinningId}:fact`;
