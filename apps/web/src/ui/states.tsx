import type { ReactNode } from 'react';
import { useRefusalText } from '../i18n/refusal-text.js';
import { useText } from '../i18n/i18n.js';
import type { Answer } from '../live/operations.js';
import type { Refusal } from '../live/refusal.js';
import { Button, LinkButton } from './button.js';
import pageStyles from './page.module.css';
import styles from './states.module.css';

/** The shape of what is coming; after a second it says so in words too. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const text = useText();
  return (
    <div className={styles['bones']} aria-busy="true">
      <p className={styles['slow']} role="status">
        {text('shell.loading')}
      </p>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles['bone']} aria-hidden="true" />
      ))}
    </div>
  );
}

/** A page that is still on its way. */
export function PageSkeleton() {
  const text = useText();
  return (
    <div className={pageStyles['page']}>
      <h1>{text('shell.loading')}</h1>
      <Skeleton />
    </div>
  );
}

/** Nothing here yet, and what would change that. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['state']}>
      <p>
        <strong>{title}</strong>
      </p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

export function ErrorState({ refusal, again }: { refusal: Refusal; again?: () => void }) {
  const text = useText();
  const words = useRefusalText();
  return (
    <div className={`${styles['state']} ${styles['error']}`} role="alert">
      <p>
        <strong>{words(refusal)}</strong>
      </p>
      {refusal.code === 'UNAUTHENTICATED' ? (
        <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
          {text('people.signIn')}
        </LinkButton>
      ) : (
        again && <Button onPress={again}>{text('shell.tryAgain')}</Button>
      )}
    </div>
  );
}

/** A page that could not be read. */
export function PageError(props: { refusal: Refusal; again?: () => void }) {
  const text = useText();
  return (
    <div className={pageStyles['page']}>
      <h1>{text('shell.broken')}</h1>
      <ErrorState {...props} />
    </div>
  );
}

interface LoadedProps<Result> {
  answer: Answer<Result>;
  /** It is the whole page that is loaded. */
  page?: boolean;
  children: (data: Result) => ReactNode;
}

/** What a query answered: the content, or its shape while it is on its way, or why not and how to try again. */
export function Loaded<Result>({ answer, page, children }: LoadedProps<Result>) {
  if (answer.data !== undefined) return children(answer.data);
  if (answer.refusal)
    return page ? (
      <PageError refusal={answer.refusal} again={answer.again} />
    ) : (
      <ErrorState refusal={answer.refusal} again={answer.again} />
    );
  return page ? <PageSkeleton /> : <Skeleton />;
}

export function LoadMore({ more }: { more: { hasMore: boolean; fetching: boolean; load: () => Promise<void> } }) {
  const text = useText();
  if (!more.hasMore) return null;
  return (
    <div className={styles['more']}>
      <Button onPress={() => void more.load()} busy={more.fetching}>
        {text('shell.loadMore')}
      </Button>
    </div>
  );
}
