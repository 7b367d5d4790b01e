import { useCallback, useEffect, useReducer, useState } from 'react';
import { useClient, type OperationResult } from 'urql';
import {
  MarkReadDocument,
  ReactDocument,
  ReplyDocument,
  ThreadActivityDocument,
  ThreadDocument,
  type PostCardFragment,
  type ReactMutation,
  type ThreadActivitySubscription,
  type ThreadQuery,
} from '../../generated/graphql.js';
import { refusalOf, type Refusal } from '../../live/refusal.js';
import { useLive } from '../../live/use-live.js';
import { changePosts, noPosts, type ThreadPosts } from './thread-posts.js';

export type ThreadDetail = NonNullable<ThreadQuery['thread']>;
type Activity = ThreadActivitySubscription['threadActivity'];

const pageSize = 30;

/** `null`: there is no such thread for this viewer; undefined: still being read. */
type Head = ThreadDetail | null | undefined;

export interface LiveThread {
  head: Head;
  refusal: Refusal | undefined;
  state: ThreadPosts;
  again: () => void;
  loadEarlier: () => Promise<void>;
  reply: (body: string, parentId?: string, key?: string) => Promise<Refusal | undefined>;
  react: (postId: string, emoji: string, on: boolean) => Promise<Refusal | undefined>;
  drop: (key: string) => void;
}

/** A thread as it is now, and goes on being: read once, then followed live; replies stand at once and are settled when the server has them. */
export function useThread(id: string, onArrival: (post: PostCardFragment) => void): LiveThread {
  const client = useClient();
  const [state, change] = useReducer(changePosts, noPosts);
  const [head, setHead] = useState<Head>();
  const [refusal, setRefusal] = useState<Refusal>();

  const read = useCallback(
    (before?: string) =>
      client
        .query<ThreadQuery>(
          ThreadDocument.toString(),
          { id, last: pageSize, before },
          { requestPolicy: 'network-only' },
        )
        .toPromise(),
    [client, id],
  );
  const take = useCallback(({ data, error }: OperationResult<ThreadQuery>, newest: boolean) => {
    setRefusal(error && !data ? refusalOf(error) : undefined);
    if (!data) return;
    setHead(data.thread ?? null);
    if (!data.thread) return;
    const { nodes, pageInfo } = data.thread.posts;
    const earlier = pageInfo.hasPreviousPage ? (pageInfo.startCursor ?? null) : null;
    change({ type: 'page', posts: nodes, earlier, newest });
  }, []);
  const again = () => void read().then((answer) => take(answer, true));
  useEffect(() => {
    let current = true;
    void read().then((answer) => current && take(answer, true));
    return () => {
      current = false;
    };
  }, [read, take]);

  const follow = (event: Activity) => {
    if (event.__typename === 'PostAdded') onArrival(event.post);
    if (event.__typename === 'PostAdded' || event.__typename === 'PostEdited')
      change({ type: 'post', post: event.post });
    if (event.__typename === 'PostRemoved') change({ type: 'removed', id: event.postId, at: event.at });
    if (event.__typename === 'ReactionsChanged')
      change({ type: 'reactions', id: event.post.id, reactions: event.post.reactions });
    if (event.__typename === 'ThreadChanged') setHead((before) => before && { ...before, ...event.thread });
    return event.cursor;
  };
  const onEvent = ({ threadActivity }: ThreadActivitySubscription) => follow(threadActivity);
  useLive(
    ThreadActivityDocument,
    { threadId: id },
    { when: Boolean(head), after: head?.cursor, onEvent, onGap: again },
  );

  const reply = async (body: string, parentId?: string, key: string = crypto.randomUUID()) => {
    change({ type: 'sending', key, body });
    const input = { threadId: id, body, parentId, idempotencyKey: key };
    const { data, error } = await client
      .mutation<{ reply: PostCardFragment }>(ReplyDocument.toString(), { input })
      .toPromise();
    if (data) change({ type: 'sent', key, post: data.reply });
    else change({ type: 'failed', key });
    return error && refusalOf(error);
  };
  const react = async (postId: string, emoji: string, on: boolean) => {
    change({ type: 'reacted', id: postId, emoji, on });
    const { data, error } = await client
      .mutation<ReactMutation>(ReactDocument.toString(), { input: { postId, emoji, on } })
      .toPromise();
    if (data) change({ type: 'reactions', id: postId, reactions: data.react.reactions });
    else change({ type: 'reacted', id: postId, emoji, on: !on });
    return error && refusalOf(error);
  };
  const loadEarlier = async () => {
    if (state.earlier !== null) take(await read(state.earlier), false);
  };
  useMarkRead(id, head, state.posts.at(-1)?.id);
  return { head, refusal, state, again, loadEarlier, reply, react, drop: (key) => change({ type: 'dropped', key }) };
}

/** Tells the server up to where it was read, while the page is in sight and the reader is a member. */
function useMarkRead(threadId: string, head: Head, postId: string | undefined): void {
  const client = useClient();
  const [marked, setMarked] = useState<string>();
  const reads = Boolean(head?.viewer);
  useEffect(() => {
    if (!reads || !postId || marked === postId) return undefined;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      setMarked(postId);
      void client.mutation(MarkReadDocument.toString(), { input: { threadId, postId } }).toPromise();
    };
    const timer = setTimeout(mark, 1_000);
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [client, threadId, postId, marked, reads]);
}
