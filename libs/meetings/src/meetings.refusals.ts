import { BadUserInput, Conflict, InvalidTransition } from '#platform/refusals';
import { type MeetingStatus } from './meeting-status.js';

export class TimesDoNotFit extends BadUserInput {
  constructor(field: 'startsAt' | 'endsAt') {
    super(
      field === 'endsAt' ? 'A meeting ends after it starts.' : 'Give both the start and the end, or neither.',
      field,
    );
  }
}

export class TooLong extends BadUserInput {
  constructor() {
    super('A meeting lasts 31 days at the most.', 'endsAt');
  }
}

export class NoSuchTransition extends InvalidTransition {
  constructor(
    readonly from: MeetingStatus,
    readonly to: MeetingStatus,
  ) {
    super(`A meeting that is ${from} cannot become ${to}.`);
  }
}

export class NotBeforeItHasADate extends InvalidTransition {
  constructor() {
    super('Set the dates of the meeting first.');
  }
}

export class NotHeldBeforeItStarts extends InvalidTransition {
  constructor() {
    super('A meeting has been held once its start has passed.');
  }
}

export class MeetingIsOver extends InvalidTransition {
  constructor(readonly status: MeetingStatus) {
    super(`The agenda of a meeting that is ${status} does not change any more.`);
  }
}

export class StandingItemExists extends Conflict {
  override readonly field = 'title';
  constructor() {
    super('This series has a standing item with this title already.');
  }
}

export class StandingItemStays extends Conflict {
  constructor(readonly sessionId: string) {
    super('Every meeting of this series carries this item: it can be moved and shortened, but not removed.');
  }
}

export class RoomNameTaken extends Conflict {
  override readonly field = 'name';
  constructor() {
    super('This meeting has a room with this name already.');
  }
}

export class RoomOfAnotherMeeting extends BadUserInput {
  constructor() {
    super('This is not a room of this meeting.', 'roomId');
  }
}

export class NobodyWithThisId extends BadUserInput {
  constructor(
    field: string,
    readonly unknownIds: string[],
  ) {
    super('There is nobody, or nothing, with one of these ids.', field);
  }
}

export class AgendaUnchanged extends Conflict {
  constructor(readonly version: number) {
    super(
      version === 0
        ? 'There is no session to publish yet.'
        : `Nothing has changed since version ${version} was published.`,
    );
  }
}

export class AgendaFull extends BadUserInput {
  constructor(readonly most: number) {
    super(`An agenda has ${most} sessions at the most.`);
  }
}

export class NoSessionInText extends BadUserInput {
  constructor() {
    super(
      'No session was found in this text. A session begins with its time, such as “09.30 – 10.00 Welcome”.',
      'text',
    );
  }
}

export class SessionHasBegun extends InvalidTransition {
  constructor() {
    super('This session has begun already.');
  }
}

export class SessionIsNotRunning extends InvalidTransition {
  constructor(hasFinished: boolean) {
    super(hasFinished ? 'This session has finished already.' : 'This session has not begun yet.');
  }
}
