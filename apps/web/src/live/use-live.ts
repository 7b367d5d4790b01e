import { useEffect, useEffectEvent, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { refusalsOf } from './refusal.js';
import { subscribe } from './socket.js';

/** Within this time a subscription stands on any connection that is of use, in milliseconds. */
const settleTime = 1_500;

interface Listener<Result> {
  /** False keeps the subscription closed, for instance until the first page of posts stands. */
  when: boolean;
  /** Where to go on from; later events carry their own. */
  after?: string | null;
  onEvent: (event: Result) => string | undefined;
  /** What is shown must be read again: the cursor was too old to go on from, or there was none to start from. */
  onGap?: () => void;
}

/**
 * Follows a subscription for as long as the component stands. `onEvent` answers with the event's cursor; after a broken
 * connection the server is asked for everything since the last one, so nothing is missed and nothing comes twice.
 */
export function useLive<Result, Variables extends object>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  listener: Listener<Result>,
): void {
  const query = document.toString();
  const key = JSON.stringify(variables);
  const { when } = listener;
  const [attempt, setAttempt] = useState(0);
  const receive = useEffectEvent((event: Result) => listener.onEvent(event));
  const gap = useEffectEvent(() => listener.onGap?.());
  const start = useEffectEvent(() => listener.after ?? undefined);

  useEffect(() => {
    if (!when) return undefined;
    let cursor = attempt === 0 ? start() : undefined;
    const resume = {
      ...(JSON.parse(key) as object),
      get after() {
        return cursor;
      },
    };
    // Without a cursor, what happened between the first reading and now would be missed: read once more when we listen.
    const untold = cursor === undefined ? setTimeout(gap, settleTime) : undefined;
    const end = subscribe<Result>(
      { query, variables: resume },
      {
        next: ({ data }) => {
          if (data) cursor = receive(data) ?? cursor;
        },
        error: (error) => {
          if (!refusalsOf(error).some(({ code }) => code === 'EXPIRED' || code === 'BAD_USER_INPUT')) return;
          gap();
          setAttempt((before) => before + 1);
        },
        complete: () => undefined,
      },
    );
    return () => {
      clearTimeout(untold);
      end();
    };
  }, [query, key, when, attempt]);
}
