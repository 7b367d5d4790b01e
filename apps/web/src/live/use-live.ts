import { useEffect, useEffectEvent, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { refusalsOf } from './refusal.js';
import { subscribe } from './socket.js';

interface Listener<Result> {
  /** False keeps the subscription closed, for instance until the first page of posts stands. */
  when?: boolean;
  /** Where what is shown stands, as the page's query says; left out where the subscription takes no cursor. Later events carry their own. */
  after?: string;
  onEvent: (event: Result) => string | undefined;
  /** The server cannot go on from the cursor: what is shown must be read again, and brings a new one. */
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
  const { when = true, after } = listener;
  /** The cursor from which the server refused to go on: closed until the page has been read again. */
  const [refused, setRefused] = useState<string>();
  const open = when && (after === undefined || after !== refused);
  const receive = useEffectEvent((event: Result) => listener.onEvent(event));
  const start = useEffectEvent(() => listener.after);
  const gap = useEffectEvent(() => {
    setRefused(listener.after);
    listener.onGap?.();
  });

  useEffect(() => {
    if (!open) return undefined;
    let cursor = start();
    const resume = {
      ...(JSON.parse(key) as object),
      get after() {
        return cursor;
      },
    };
    return subscribe<Result>(
      { query, variables: resume },
      {
        next: ({ data }) => {
          if (data) cursor = receive(data) ?? cursor;
        },
        error: (error) => {
          if (refusalsOf(error).some(({ code }) => code === 'EXPIRED' || code === 'BAD_USER_INPUT')) gap();
        },
        complete: () => undefined,
      },
    );
  }, [query, key, open]);
}
