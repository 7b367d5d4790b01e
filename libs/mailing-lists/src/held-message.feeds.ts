import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { factsOf, LiveFeed, type TopicEvent } from '#platform/live';
import { heldColumns } from './held-columns.js';
import { type HeldMessageType } from './mailing-list.type.js';
import { MailingListQueries } from './mailing-list.queries.js';
import { heldTopic, MessageHeld } from './mailing-lists.events.js';

/** Mail that begins to wait for the moderators of a group. */
@Injectable()
export class HeldMessageFeeds {
  constructor(
    private readonly database: Database,
    private readonly queries: MailingListQueries,
  ) {}

  async ofGroup(actor: Actor, groupId: string): Promise<LiveFeed<HeldMessageType>> {
    const group = await this.queries.requireModerated(actor, groupId);
    return new LiveFeed<HeldMessageType>({
      topic: heldTopic(group.id),
      mayRead: (personIds) => this.queries.moderators(group.id, personIds),
      shape: (event) => this.shape(event),
    });
  }

  /** Null where a moderator was faster than the event. */
  private async shape(event: TopicEvent): Promise<HeldMessageType | null> {
    const facts = factsOf(event, MessageHeld);
    if (!facts) return null;
    return this.database.one<HeldMessageType>(
      `select ${heldColumns('i')} from inbound_message i where i.id = $1 and i.status = 'HELD'`,
      [facts.messageId],
    );
  }
}
