import { Injectable } from '@nestjs/common';
import { PostAdded } from '#discussions';
import { Database, type StoredEvent } from '#platform/database';
import { type EventHandler, Handles } from '#platform/events';

/** A twinning in whose group people write is neither quiet nor stalled. */
@Injectable()
@Handles(PostAdded)
export class NoteActivityWhenPeopleWrite implements EventHandler<PostAdded> {
  constructor(private readonly database: Database) {}

  async handle({ facts, at }: StoredEvent<PostAdded>): Promise<void> {
    await this.database.query(
      `update twinning set last_activity_at = greatest(last_activity_at, $2) where group_id = $1 and status = 'ACTIVE'`,
      [facts.groupId, at],
    );
  }
}
