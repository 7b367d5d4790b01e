import { Expired, InvalidTransition } from '#platform/refusals';

export class HeldMessageGone extends InvalidTransition {
  constructor() {
    super('Another moderator has decided about this mail already.');
  }
}

/** Approval doesn't help a mail that no post can be made of; its own reason is passed on. */
export class CannotBePosted extends InvalidTransition {
  constructor(reason: string) {
    super(`This mail cannot become a post. ${reason}`);
  }
}

export class UnsubscribeLinkBroken extends Expired {
  constructor() {
    super(
      'This link is incomplete or not ours. You can also end the mail of a list by writing to its address with +leave.',
    );
  }
}
