import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { Provider, type Client } from 'urql';
import { ViewerDocument, type ViewerQuery } from '../../generated/graphql.js';
import { makeClient } from '../../live/client.js';
import { useAnswer } from '../../live/operations.js';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

interface Session {
  /** Undefined while nobody knows yet, null when signed out. */
  viewer: Viewer | null | undefined;
  /** To be called when the cookie has changed: forgets every answer and asks again who is there. */
  renew: () => void;
}

const SessionContext = createContext<Session>({ viewer: undefined, renew: () => undefined });

/** Who is signed in, and a GraphQL client whose cache is theirs alone. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [client, setClient] = useState<Client>(makeClient);
  return (
    <Provider value={client}>
      <KnowsViewer renew={() => setClient(makeClient())}>{children}</KnowsViewer>
    </Provider>
  );
}

function KnowsViewer({ renew, children }: { renew: () => void; children: ReactNode }) {
  const { data, refusal } = useAnswer(ViewerDocument, {}, { about: ['Person', 'Membership'] });
  const viewer = data ? (data.viewer ?? null) : refusal ? null : undefined;
  const session = useMemo(() => ({ viewer, renew }), [viewer, renew]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  return use(SessionContext);
}

/** Cities for which this person may act as confirmed focal point. */
export function citiesActedFor(viewer: Viewer): { id: string; slug: string; name: string }[] {
  return viewer.memberships.flatMap(({ role, status, body }) =>
    role === 'FOCAL_POINT' && status === 'CONFIRMED' && body.__typename === 'City' ? [body] : [],
  );
}

export const isFocalPoint = (viewer: Viewer) =>
  viewer.memberships.some(({ role, status }) => role === 'FOCAL_POINT' && status === 'CONFIRMED');
