/**
 * Groups, their threads and posts. Libs above open groups for their things and hand in posts that came by other doors.
 *
 * - `Groups.open` makes a group inside the caller's unit of work; `GroupMembers` adds and removes people there.
 * - `Threads.start` and `Posts.reply` post as an actor, from whatever door; `Arrival` says how the post came.
 * - `GroupQueries` tells who reads a group and who gets its posts by mail.
 */
export { discussionsSchema } from './discussions.schema.js';
export { DiscussionsModule } from './discussions.module.js';
export { ThreadChanged, ThreadStarted, PostAdded, PostEdited, PostRemoved, ReactionsChanged } from './discussions.events.js';
export { type Visibility, type DeliveryMode, type GroupKind } from './group-words.js';
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
export { type PostOrigin, type FollowState } from './thread-words.js';
export { Post } from './post.entity.js';
export { PostLoader } from './post.loader.js';
export { PostQueries } from './post.queries.js';
export { Posts } from './posts.service.js';
export { PostType } from './post.type.js';
export { Thread } from './thread.entity.js';
export { ThreadLoader } from './thread.loader.js';
export { Threads } from './threads.service.js';
export { ThreadType } from './thread.type.js';
