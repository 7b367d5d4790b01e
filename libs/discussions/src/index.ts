/**
 * Groups, their threads and posts. Libs above open groups for their things and hand in posts that came by other doors.
 *
 * - `Groups.open` makes a group inside the caller's unit of work; `GroupMembers` adds and removes people there.
 * - `Threads.start` and `Posts.reply` post as an actor, from whatever door; `Arrival` says how the post came.
 * - `GroupQueries` tells who reads a group and who gets its posts by mail.
 */
export { ActivityEventInterface } from './activity.type.js';
export { AttachmentLoader } from './attachments.js';
export { AttachmentType } from './attachment.type.js';
export { discussionsSchema } from './discussions.schema.js';
export { DiscussionsModule } from './discussions.module.js';
export {
  GroupChanged,
  GroupOpened,
  MemberJoined,
  MemberLeft,
  PostAdded,
  PostEdited,
  PostRemoved,
  PostReported,
  ReactionsChanged,
  ThreadChanged,
  ThreadStarted,
} from './discussions.events.js';
export { ThreadLocked } from './discussions.refusals.js';
export { DeliveryMode, GroupKind, Visibility } from './group-words.js';
export { Group } from './group.entity.js';
export { GroupLoader } from './group.loader.js';
export { GroupMembers } from './group-members.service.js';
export { GroupQueries, type MailRecipient } from './group.queries.js';
export { Groups, type GroupWish } from './groups.service.js';
export { GroupType } from './group.type.js';
export { groupPolicy } from './group.policy.js';
export { readableGroup } from './readable-group.js';
export { renderMarkdown } from './render-markdown.js';
export { type Arrival } from './new-post.js';
export { FollowState, PostOrigin } from './thread-words.js';
export { Post } from './post.entity.js';
export { PostLoader } from './post.loader.js';
export { type PostFacts, PostQueries } from './post.queries.js';
export { Posts, type ReplyWish } from './posts.service.js';
export { PostType } from './post.type.js';
export { Thread } from './thread.entity.js';
export { Readings } from './readings.service.js';
export { ThreadQueries } from './thread.queries.js';
export { ThreadLoader } from './thread.loader.js';
export { Threads, type ThreadWish } from './threads.service.js';
export { ThreadType } from './thread.type.js';
