import { Conflict, Forbidden, Refusal } from '#platform/refusals';

export class SlugTaken extends Conflict {
  override readonly field = 'slug';
  constructor() {
    super('Another group has this short name. Choose another one.');
  }
}

export class LastModerator extends Conflict {
  constructor() {
    super('A group keeps at least one moderator: name another one first.');
  }
}

export class GroupIsAttached extends Forbidden {
  constructor() {
    super('This group belongs to a twinning or a meeting, which says who is in it and who sees it.');
  }
}

export class ThreadLocked extends Forbidden {
  constructor() {
    super('This thread is locked: moderators may write in it.');
  }
}

export class PostGone extends Refusal {
  readonly code = 'INVALID_TRANSITION';
  constructor() {
    super('This post has been removed.');
  }
}

export class AlreadyReported extends Conflict {
  constructor() {
    super('You have reported this post before; the moderators know of it.');
  }
}

export class KeyInUse extends Conflict {
  constructor() {
    super('This was posted at this very moment by another request. Ask again to get that post.');
  }
}
