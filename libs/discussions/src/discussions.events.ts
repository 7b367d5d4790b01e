import { DomainEvent } from '#platform/database';
import { type GroupKind } from './group-words.js';

export class GroupOpened extends DomainEvent {
  static override readonly storedName = 'discussions.group-opened';
  constructor(
    readonly groupId: string,
    readonly kind: GroupKind,
  ) {
    super();
  }
}

export class GroupChanged extends DomainEvent {
  static override readonly storedName = 'discussions.group-changed';
  constructor(readonly groupId: string) {
    super();
  }
}

export class MemberJoined extends DomainEvent {
  static override readonly storedName = 'discussions.member-joined';
  constructor(
    readonly groupId: string,
    readonly personId: string,
  ) {
    super();
  }
}

export class MemberLeft extends DomainEvent {
  static override readonly storedName = 'discussions.member-left';
  constructor(
    readonly groupId: string,
    readonly personId: string,
  ) {
    super();
  }
}

/** Something in a thread, told on the thread's topic and on its group's. */
abstract class ThreadEvent extends DomainEvent {
  constructor(
    readonly threadId: string,
    readonly groupId: string,
  ) {
    super();
  }

  override topics(): string[] {
    return [threadTopic(this.threadId), groupTopic(this.groupId)];
  }
}

export class ThreadStarted extends ThreadEvent {
  static override readonly storedName = 'discussions.thread-started';
}

/** Renamed, locked, pinned, moved, split or merged. A move tells the group it left, too. */
export class ThreadChanged extends ThreadEvent {
  static override readonly storedName = 'discussions.thread-changed';
  constructor(
    threadId: string,
    groupId: string,
    readonly movedFromGroupId: string | null = null,
  ) {
    super(threadId, groupId);
  }

  override topics(): string[] {
    return this.movedFromGroupId ? [...super.topics(), groupTopic(this.movedFromGroupId)] : super.topics();
  }
}

abstract class PostEvent extends ThreadEvent {
  constructor(
    readonly postId: string,
    threadId: string,
    groupId: string,
  ) {
    super(threadId, groupId);
  }
}

/** The first post of a thread too, right after {@link ThreadStarted}. */
export class PostAdded extends PostEvent {
  static override readonly storedName = 'discussions.post-added';
}

export class PostEdited extends PostEvent {
  static override readonly storedName = 'discussions.post-edited';
}

export class PostRemoved extends PostEvent {
  static override readonly storedName = 'discussions.post-removed';
}

export class ReactionsChanged extends PostEvent {
  static override readonly storedName = 'discussions.reactions-changed';
}

export class PostReported extends DomainEvent {
  static override readonly storedName = 'discussions.post-reported';
  constructor(
    readonly reportId: string,
    readonly postId: string,
    readonly groupId: string,
  ) {
    super();
  }
}

export const threadTopic = (threadId: string): string => `thread:${threadId}`;
export const groupTopic = (groupId: string): string => `group:${groupId}`;
