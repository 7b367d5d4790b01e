import { useCallback, useState } from 'react';
import { useClient, useQuery, type AnyVariables, type UseQueryState } from 'urql';
import type { TypedDocumentString } from '../generated/graphql.js';
import { refusalOf, type Refusal } from './refusal.js';

type Document<Result, Variables> = TypedDocumentString<Result, Variables>;

export interface Answer<Result> {
  data: Result | undefined;
  fetching: boolean;
  refusal: Refusal | undefined;
  again: () => void;
}

/** Reads a query and keeps it fresh. `about` names types whose lists may be empty in the answer, so that a mutation on them still renews it. */
export function useAnswer<Result, Variables extends AnyVariables>(
  document: Document<Result, Variables>,
  variables: Variables,
  { pause = false, about }: { pause?: boolean; about?: readonly string[] } = {},
): Answer<Result> {
  const aboutKey = about?.join();
  const [context] = useState(() => (aboutKey ? { additionalTypenames: aboutKey.split(',') } : undefined));
  const [state, execute] = useQuery<Result, AnyVariables>({ query: document.toString(), variables, pause, context });
  return { ...described(state), again: () => execute({ requestPolicy: 'network-only' }) };
}

function described<Result>(state: UseQueryState<Result, AnyVariables>) {
  return {
    data: state.data,
    fetching: state.fetching || state.stale,
    refusal: state.error && !state.data ? refusalOf(state.error) : undefined,
  };
}

export interface Action<Result, Variables> {
  /** Resolves to what changed, or to undefined when it was refused: `refusal` then says why. */
  run: (variables: Variables) => Promise<Result | undefined>;
  busy: boolean;
  refusal: Refusal | undefined;
  forget: () => void;
}

/** A mutation as a form or a button needs it: run it, show that it runs, show why not. */
export function useAction<Result, Variables extends AnyVariables>(
  document: Document<Result, Variables>,
): Action<Result, Variables> {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const query = document.toString();
  const run = useCallback(
    async (variables: Variables) => {
      setBusy(true);
      setRefusal(undefined);
      const { data, error } = await client.mutation<Result, AnyVariables>(query, variables).toPromise();
      setBusy(false);
      if (error) setRefusal(refusalOf(error));
      return error ? undefined : data;
    },
    [client, query],
  );
  return { run, busy, refusal, forget: useCallback(() => setRefusal(undefined), []) };
}

interface Page<Item> {
  nodes: readonly Item[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** Further pages of a connection, fetched on demand and kept behind the first, until `key` (its filter) changes. */
export function useMore<Item, Result, Variables extends AnyVariables>(
  first: Page<Item> | undefined,
  document: Document<Result, Variables>,
  next: { key: string; variables: (after: string) => Variables; pick: (data: Result) => Page<Item> | null | undefined },
) {
  const client = useClient();
  const [more, setMore] = useState<{ key: string; from?: string | null; pages: Page<Item>[] }>({ key: '', pages: [] });
  const [fetching, setFetching] = useState(false);
  const fresh = more.key === next.key && more.from === first?.pageInfo.endCursor;
  const pages = first ? [first, ...(fresh ? more.pages : [])] : [];
  const last = pages.at(-1)?.pageInfo;
  const load = async () => {
    if (!last?.endCursor) return;
    setFetching(true);
    const { data } = await client.query<Result>(document.toString(), next.variables(last.endCursor)).toPromise();
    const page = data ? next.pick(data) : undefined;
    setFetching(false);
    if (page) setMore({ key: next.key, from: first?.pageInfo.endCursor, pages: [...pages.slice(1), page] });
  };
  return { nodes: pages.flatMap((page) => page.nodes), hasMore: last?.hasNextPage ?? false, fetching, load };
}
