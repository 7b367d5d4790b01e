import { DomainEvent } from '#platform/database';
import { factTopic, insideTopic } from '../twinning.events.js';
import { type RoundSide } from './round.entity.js';

export const roundTopic = (roundId: string): string => `round:${roundId}`;

abstract class RoundEvent extends DomainEvent {
  constructor(readonly roundId: string) {
    super();
  }

  override topics(): string[] {
    return [roundTopic(this.roundId)];
  }
}

export class RoundOpened extends RoundEvent {
  static override readonly storedName = 'twinning.round-opened';
}

/** A city has ranked, ranked anew, or taken its ranking back. Whom, the event does not say: it is not public yet. */
export class RankedForRound extends RoundEvent {
  static override readonly storedName = 'twinning.ranked-for-round';
  constructor(
    roundId: string,
    readonly cityId: string,
    readonly side: RoundSide,
  ) {
    super(roundId);
  }
}

export class RoundComputed extends RoundEvent {
  static override readonly storedName = 'twinning.round-computed';
}

export class RoundResultDiscarded extends RoundEvent {
  static override readonly storedName = 'twinning.round-result-discarded';
}

export class RoundPublished extends RoundEvent {
  static override readonly storedName = 'twinning.round-published';
}

export class RoundCancelled extends RoundEvent {
  static override readonly storedName = 'twinning.round-cancelled';
}

/** A published round has begun a twinning of two cities that had ranked each other. */
export class TwinningBegunByRound extends DomainEvent {
  static override readonly storedName = 'twinning.begun-by-round';
  constructor(
    readonly twinningId: string,
    readonly mentorId: string,
    readonly learnerId: string,
    readonly roundId: string,
  ) {
    super();
  }

  override topics(): string[] {
    return [insideTopic(this.twinningId), factTopic(this.twinningId)];
  }
}
