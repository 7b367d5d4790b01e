import { Module, type OnModuleInit } from '@nestjs/common';
import { CitiesModule } from '#cities';
import { Erasers, PeopleModule, PersonalRecords } from '#people';
import { NodeSources } from '#platform/graphql';
import { Files } from '#platform/storage';
import { ActivityFeeds } from './activity.feeds.js';
import {
  ActivityResolver,
  PostAddedResolver,
  PostEditedResolver,
  ReactionsChangedResolver,
  ThreadChangedResolver,
  ThreadStartedResolver,
} from './activity.resolver.js';
import { AttachmentLoader } from './attachments.js';
import { GroupFieldsResolver, GroupMemberResolver, GroupViewerStateResolver } from './group-fields.resolver.js';
import { GroupLoader, GroupOfNetworkLoader, UnreadThreadsLoader } from './group.loader.js';
import { GroupMembers } from './group-members.service.js';
import { GroupQueries } from './group.queries.js';
import { GroupResolver } from './group.resolver.js';
import { Groups } from './groups.service.js';
import { ThreadLock } from './locked-thread.js';
import { Moderation } from './moderation.service.js';
import { NetworkGroupResolver } from './network-group.resolver.js';
import { NewPost } from './new-post.js';
import { OpenGroupWhenNetworkIsAdded } from './open-group-when-network-is-added.handler.js';
import { PersonalTraces } from './personal-traces.js';
import { PostFieldsResolver, PostRevisionResolver } from './post-fields.resolver.js';
import { PostLoader, RevisionsLoader } from './post.loader.js';
import { PostQueries } from './post.queries.js';
import { PostResolver } from './post.resolver.js';
import { Posts } from './posts.service.js';
import { Reactions } from './reactions.service.js';
import { Readings } from './readings.service.js';
import { TellModeratorsOfReports } from './tell-moderators-of-reports.handler.js';
import { ThreadFieldsResolver } from './thread-fields.resolver.js';
import { ThreadLoader } from './thread.loader.js';
import { ThreadQueries } from './thread.queries.js';
import { ThreadResolver } from './thread.resolver.js';
import { Threads } from './threads.service.js';

const offered = [
  ...[GroupLoader, GroupMembers, GroupQueries, Groups, PostLoader, PostQueries, Posts],
  ...[ThreadLoader, ThreadQueries, Threads, Readings, AttachmentLoader],
];

/** Groups, threads and posts, and what happens in them. */
@Module({
  imports: [PeopleModule, CitiesModule],
  providers: [
    ...offered,
    ...[OpenGroupWhenNetworkIsAdded, TellModeratorsOfReports, GroupOfNetworkLoader, NetworkGroupResolver],
    ...[
      ActivityFeeds,
      Moderation,
      NewPost,
      PersonalTraces,
      Reactions,
      RevisionsLoader,
      ThreadLock,
      UnreadThreadsLoader,
    ],
    ...[ActivityResolver, PostAddedResolver, PostEditedResolver, ReactionsChangedResolver],
    ...[ThreadChangedResolver, ThreadStartedResolver],
    ...[GroupResolver, GroupFieldsResolver, GroupViewerStateResolver, GroupMemberResolver],
    ...[ThreadResolver, ThreadFieldsResolver, PostResolver, PostFieldsResolver, PostRevisionResolver],
  ],
  exports: offered,
})
export class DiscussionsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly files: Files,
    private readonly records: PersonalRecords,
    private readonly erasers: Erasers,
    private readonly traces: PersonalTraces,
    private readonly groups: GroupLoader,
    private readonly threads: ThreadLoader,
    private readonly posts: PostLoader,
    private readonly attachments: AttachmentLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.add('Group', 'discussion_group', this.groups);
    this.nodes.add('Thread', 'thread', this.threads);
    this.nodes.add('Post', 'post', this.posts);
    this.nodes.add('Attachment', 'file', this.attachments);
    this.files.alsoReadableBy((actor, fileId) => this.attachments.mayRead(actor, fileId));
    this.records.add('discussions', (personId) => this.traces.of(personId));
    this.erasers.add('discussions', (tx, personId) => this.traces.erase(tx, personId));
  }
}
