import type { PostCardFragment } from '../../generated/graphql.js';

export interface Pending {
  /** The idempotency key under which it was sent. */
  key: string;
  body: string;
  failed: boolean;
}

export interface ThreadPosts {
  posts: readonly PostCardFragment[];
  pending: readonly Pending[];
  /** Where earlier posts start; null when the first is already here. */
  earlier: string | null;
}

export type PostsChange =
  | { type: 'page'; posts: readonly PostCardFragment[]; earlier: string | null; newest: boolean }
  | { type: 'post'; post: PostCardFragment }
  | { type: 'removed'; id: string; at: string }
  | { type: 'sending'; key: string; body: string }
  | { type: 'sent'; key: string; post: PostCardFragment }
  | { type: 'failed'; key: string }
  | { type: 'dropped'; key: string };

export const noPosts: ThreadPosts = { posts: [], pending: [], earlier: null };

/** What is known of a thread's posts after one more piece of news: pages, live events and answers may come in any order, and twice. */
export function changePosts(state: ThreadPosts, change: PostsChange): ThreadPosts {
  switch (change.type) {
    case 'page': {
      const firstReading = state.posts.length === 0;
      const earlier = change.newest && !firstReading ? state.earlier : change.earlier;
      return { ...state, posts: merge(state.posts, change.posts), earlier };
    }
    case 'post':
      return { ...state, posts: merge(state.posts, [change.post]) };
    case 'removed':
      return {
        ...state,
        posts: state.posts.map((post) => (post.id === change.id ? { ...post, removedAt: change.at } : post)),
      };
    case 'sending': {
      const rest = state.pending.filter(({ key }) => key !== change.key);
      return { ...state, pending: [...rest, { key: change.key, body: change.body, failed: false }] };
    }
    case 'sent':
      return { ...state, posts: merge(state.posts, [change.post]), pending: without(state.pending, change.key) };
    case 'failed':
      return {
        ...state,
        pending: state.pending.map((post) => (post.key === change.key ? { ...post, failed: true } : post)),
      };
    case 'dropped':
      return { ...state, pending: without(state.pending, change.key) };
  }
}

const without = (pending: readonly Pending[], key: string) => pending.filter((post) => post.key !== key);

/** Later news of a post replaces earlier; posts stand in the order in which they were written. */
function merge(known: readonly PostCardFragment[], news: readonly PostCardFragment[]): PostCardFragment[] {
  const byId = new Map(known.map((post) => [post.id, post]));
  for (const post of news) byId.set(post.id, post);
  return [...byId.values()].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}
