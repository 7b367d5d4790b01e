import { type LibSchema } from '#platform/database';
import { discussionsMigrations } from '../migrations/index.js';
import { GroupMember } from './group-member.entity.js';
import { Group } from './group.entity.js';
import { PostRevision } from './post-revision.entity.js';
import { Post } from './post.entity.js';
import { ThreadReader } from './thread-reader.entity.js';
import { Thread } from './thread.entity.js';

export const discussionsSchema: LibSchema = {
  entities: [Group, GroupMember, Thread, ThreadReader, Post, PostRevision],
  migrations: discussionsMigrations,
};
