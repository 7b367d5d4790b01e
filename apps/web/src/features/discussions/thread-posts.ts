import type { PostCardFragment, ThreadQuery } from '../../generated/graphql.js';
import { toggled, withOwn, type Reaction } from './reactions.js';

type PagePost = NonNullable<ThreadQuery['thread']>['posts']['nodes'][number];

/** A post as any of its documents gives it; only some know which reactions are the viewer's own. */
export type ShownPost = Omit<PostCardFragment, 'reactions'> & { reactions: readonly Reaction[] };

/** What an author is, and in which city or organisation. */
export type Standing = NonNullable<PagePost['author']>['memberships'][number];

export interface Pending {
  /** The idempotency key under which it was sent. */
  key: string;
  body: string;
  failed: boolean;
}

export interface ThreadPosts {
  posts: readonly ShownPost[];
  /** By author. Pages tell of it; live posts, which are the same for everybody, do not. */
  standings: ReadonlyMap<string, Standing>;
  pending: readonly Pending[];
  /** Where earlier posts start; null when the first is already here. */
  earlier: string | null;
}

export type PostsChange =
  | { type: 'page'; posts: readonly PagePost[]; earlier: string | null; newest: boolean }
  | { type: 'post'; post: ShownPost }
  | { type: 'removed'; id: string; at: string }
  | { type: 'reactions'; id: string; reactions: readonly Reaction[] }
  | { type: 'reacted'; id: string; emoji: string; on: boolean }
  | { type: 'sending'; key: string; body: string }
  | { type: 'sent'; key: string; post: ShownPost }
  | { type: 'failed'; key: string }
  | { type: 'dropped'; key: string };

export const noPosts: ThreadPosts = { posts: [], standings: new Map(), pending: [], earlier: null };

/** What is known of a thread's posts after one more piece of news: pages, live events and answers may come in any order, and twice. */
export function changePosts(state: ThreadPosts, change: PostsChange): ThreadPosts {
  switch (change.type) {
    case 'page': {
      const firstReading = state.posts.length === 0;
      const earlier = change.newest && !firstReading ? state.earlier : change.earlier;
      const standings = new Map([...state.standings, ...standingsIn(change.posts)]);
      return { ...state, posts: merge(state.posts, change.posts), standings, earlier };
    }
    case 'post':
      return { ...state, posts: merge(state.posts, [change.post]) };
    case 'removed':
      return changeOne(state, change.id, (post) => ({ ...post, removedAt: change.at }));
    case 'reactions':
      return changeOne(state, change.id, (post) => ({ ...post, reactions: withOwn(post.reactions, change.reactions) }));
    case 'reacted':
      return changeOne(state, change.id, (post) => ({
        ...post,
        reactions: toggled(post.reactions, change.emoji, change.on),
      }));
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

const changeOne = (state: ThreadPosts, id: string, change: (post: ShownPost) => ShownPost): ThreadPosts => ({
  ...state,
  posts: state.posts.map((post) => (post.id === id ? change(post) : post)),
});

/** What each author holds, their city before any organisation; what was only asked for does not count. */
function standingsIn(posts: readonly PagePost[]): [string, Standing][] {
  return posts.flatMap(({ author }): [string, Standing][] => {
    const held = author?.memberships.filter(({ status }) => status === 'CONFIRMED') ?? [];
    const standing = held.find(({ body }) => body.__typename === 'City') ?? held[0];
    return author && standing ? [[author.id, standing]] : [];
  });
}

/** Later news of a post replaces earlier; posts stand in the order in which they were written. */
function merge(known: readonly ShownPost[], news: readonly ShownPost[]): ShownPost[] {
  const byId = new Map(known.map((post) => [post.id, post]));
  for (const post of news) {
    byId.set(post.id, { ...post, reactions: withOwn(byId.get(post.id)?.reactions ?? [], post.reactions) });
  }
  return [...byId.values()].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}
