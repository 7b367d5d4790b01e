import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Letter } from '../features/mail/letter.js';
import { readOutbox, type OutboxMessage } from '../features/mail/outbox.js';
import styles from '../features/mail/outbox.module.css';
import { useFormat } from '../i18n/format.js';
import { useText } from '../i18n/i18n.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { EmptyState, Skeleton } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import NotFoundPage from './not-found.js';

/** Undefined while it is read, null where the server sends its mail for real. */
type Known = { messages: OutboxMessage[]; next: string | null } | null | undefined;

function useOutbox() {
  const [known, setKnown] = useState<Known>();
  const refresh = useCallback(() => {
    readOutbox().then(setKnown, () => setKnown(null));
  }, []);
  useEffect(refresh, [refresh]);
  const more = async () => {
    if (!known?.next) return;
    const page = await readOutbox(known.next);
    if (page) setKnown({ messages: [...known.messages, ...page.messages], next: page.next });
  };
  return { known, refresh, more };
}

/** The mail that went out, as it would have arrived; only a demo network shows it. */
export default function OutboxPage() {
  const text = useText();
  const { known, refresh, more } = useOutbox();
  const [params, setParams] = useSearchParams();
  const selected = params.get('message') ?? known?.messages[0]?.id;
  if (known === null) return <NotFoundPage />;
  return (
    <Page
      title={text('outbox.title')}
      lead={text('outbox.lead')}
      actions={<Button onPress={refresh}>{text('outbox.refresh')}</Button>}
    >
      {known === undefined && <Skeleton />}
      {known?.messages.length === 0 && (
        <EmptyState title={text('outbox.none')}>{text('outbox.none.detail')}</EmptyState>
      )}
      {known && known.messages.length > 0 && (
        <div className={styles['desk']}>
          <MessageList
            messages={known.messages}
            selected={selected}
            select={(id) => setParams({ message: id })}
            more={known.next ? more : undefined}
          />
          {selected && <Letter key={selected} id={selected} />}
        </div>
      )}
    </Page>
  );
}

interface MessageListProps {
  messages: readonly OutboxMessage[];
  selected: string | undefined;
  select: (id: string) => void;
  more?: () => Promise<void>;
}

function MessageList({ messages, selected, select, more }: MessageListProps) {
  const text = useText();
  const { ago } = useFormat();
  const now = useNow();
  return (
    <nav aria-label={text('outbox.messages')} className={styles['list']}>
      <h2 className="sr-only">{text('outbox.messages')}</h2>
      <ul role="list">
        {messages.map(({ id, to, subject, at }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['message']}
              aria-current={id === selected || undefined}
              onClick={() => select(id)}
            >
              <strong>{subject}</strong>
              <span>{to}</span>
              <time dateTime={at}>{ago(at, now)}</time>
            </button>
          </li>
        ))}
      </ul>
      {more && (
        <Button small onPress={() => void more()}>
          {text('shell.loadMore')}
        </Button>
      )}
    </nav>
  );
}
