import { Groups1763730001000 } from './1763730001000-groups.js';
import { Threads1763730002000 } from './1763730002000-threads.js';
import { Posts1763730003000 } from './1763730003000-posts.js';
import { NetworkGroups1763730004000 } from './1763730004000-network-groups.js';

/** The migrations of discussions, in order. */
export const discussionsMigrations = [
  Groups1763730001000,
  Threads1763730002000,
  Posts1763730003000,
  NetworkGroups1763730004000,
];
