import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { LiveFeed, type TopicEvent } from '#platform/live';
import { GroupQueries } from './group.queries.js';
import { groupTopic, threadTopic } from './discussions.events.js';
import {
  PostAdded,
  PostEdited,
  PostRemoved,
  ReactionsChanged,
  ThreadChanged,
  ThreadStarted,
} from './discussions.events.js';
import { ThreadQueries } from './thread.queries.js';

/** An event as its GraphQL type's resolvers take it: they load the thing by its id, with the reader's rights. */
export interface Activity {
  __typename: string;
  cursor: string;
  at: Date;
  threadId: string;
  postId?: string;
}

const typenames = new Map<string, string>([
  [PostAdded.storedName, 'PostAdded'],
  [PostEdited.storedName, 'PostEdited'],
  [PostRemoved.storedName, 'PostRemoved'],
  [ReactionsChanged.storedName, 'ReactionsChanged'],
  [ThreadStarted.storedName, 'ThreadStarted'],
  [ThreadChanged.storedName, 'ThreadChanged'],
]);

/** What happens in a thread or a group, for whoever may read it at the moment of each event. */
@Injectable()
export class ActivityFeeds {
  constructor(
    private readonly database: Database,
    private readonly threads: ThreadQueries,
    private readonly groups: GroupQueries,
  ) {}

  /** Refused as NOT_FOUND where the actor may not read the thread. */
  async ofThread(actor: Actor, threadId: string, after?: string | null): Promise<LiveFeed<Activity>> {
    const thread = await this.threads.require(actor, threadId);
    return new LiveFeed<Activity>({
      topic: threadTopic(thread.id),
      after,
      mayRead: (personIds) => this.threads.readers(thread.id, personIds),
      shape: (event) => this.shape(event, (stands) => stands.threadId === thread.id),
    });
  }

  async ofGroup(actor: Actor, groupId: string, after?: string | null): Promise<LiveFeed<Activity>> {
    const group = await this.groups.require(actor, groupId);
    return new LiveFeed<Activity>({
      topic: groupTopic(group.id),
      after,
      mayRead: (personIds) => this.groups.readers(group.id, personIds),
      shape: (event) => this.shape(event, (stands) => stands.groupId === group.id),
    });
  }

  /** Null for what has since gone where readers of this feed may not follow it: a post or thread that was moved. */
  private async shape(event: TopicEvent, isHere: (stands: Place) => boolean): Promise<Activity | null> {
    const __typename = typenames.get(event.name);
    const { threadId, postId } = event.facts as { threadId?: string; postId?: string };
    if (!__typename || !threadId) return null;
    const stands = await this.placeOf(threadId, postId ?? null);
    if (!stands || !isHere(stands)) return null;
    return { __typename, cursor: event.cursor, at: event.at, threadId: stands.threadId, ...(postId ? { postId } : {}) };
  }

  private placeOf(threadId: string, postId: string | null): Promise<Place | null> {
    return this.database.one<Place>(
      postId
        ? `select t.id as "threadId", t.group_id as "groupId" from post p join thread t on t.id = p.thread_id where p.id = $1`
        : `select t.id as "threadId", t.group_id as "groupId" from thread asked
           join thread t on t.id = coalesce(asked.merged_into_id, asked.id) where asked.id = $1`,
      [postId ?? threadId],
    );
  }
}

interface Place {
  threadId: string;
  groupId: string;
}
