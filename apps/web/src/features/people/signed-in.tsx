import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../../i18n/i18n.js';
import { LinkButton } from '../../ui/button.js';
import { EmptyState, Skeleton } from '../../ui/states.js';
import { useSession, type Viewer } from './session.js';

/** What only signed-in people see; others are shown the way in, and come back here. */
export function SignedIn({ children }: { children: (viewer: Viewer) => ReactNode }) {
  const text = useText();
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  if (viewer === undefined) return <Skeleton />;
  if (viewer) return children(viewer);
  const action = (
    <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
      {text('people.signIn')}
    </LinkButton>
  );
  return (
    <EmptyState title={text('people.signInFirst')} action={action}>
      {text('people.signInFirst.detail')}
    </EmptyState>
  );
}
