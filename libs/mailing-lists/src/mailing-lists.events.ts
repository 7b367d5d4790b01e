import { DomainEvent } from '#platform/database';

export const heldTopic = (groupId: string): string => `held:${groupId}`;

/** A mail waits for a moderator of the group. */
export class MessageHeld extends DomainEvent {
  static override readonly storedName = 'mailing-lists.message-held';
  constructor(
    readonly messageId: string,
    readonly groupId: string,
  ) {
    super();
  }

  override topics(): string[] {
    return [heldTopic(this.groupId)];
  }
}

/** A moderator approved or rejected a held mail. */
export class HeldMessageDecided extends DomainEvent {
  static override readonly storedName = 'mailing-lists.held-message-decided';
  constructor(
    readonly messageId: string,
    readonly groupId: string,
    readonly approved: boolean,
    readonly byId: string,
  ) {
    super();
  }
}
