import { Link } from 'react-router';
import type { ThreadRowFragment } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import { cardStyles } from '../../ui/card.js';
import { useNow } from '../../ui/use-now.js';
import styles from './group.module.css';

/** A group's threads, the latest first, with what is unread in each. */
export function ThreadRows({ threads }: { threads: readonly ThreadRowFragment[] }) {
  const text = useText();
  const now = useNow();
  return (
    <ul className={styles['threads']} aria-label={text('group.threads')} role="list">
      {threads.map((thread) => (
        <li key={thread.id} className={styles['thread']}>
          <ThreadWords thread={thread} now={now} />
        </li>
      ))}
    </ul>
  );
}

function ThreadWords({ thread, now }: { thread: ThreadRowFragment; now: number }) {
  const text = useText();
  const { ago } = useFormat();
  const unread = thread.viewer?.unreadCount ?? 0;
  return (
    <>
      <div>
        <h3 className={unread > 0 ? undefined : styles['quietly']}>
          <Link to={`/threads/${thread.id}`}>{thread.title}</Link>
        </h3>
        <p className={cardStyles['meta']}>
          {thread.author && <span>{thread.author.name}</span>}
          {thread.pinned && <span>{text('group.pinned')}</span>}
          {thread.locked && <span>{text('group.locked')}</span>}
          {thread.themes.map((theme) => (
            <span key={theme}>{text(`theme.${theme}`)}</span>
          ))}
        </p>
      </div>
      <div className={styles['numbers']}>
        {unread > 0 ? (
          <Badge tone="brick">{text('group.new', { count: unread })}</Badge>
        ) : (
          text('group.posts', { count: thread.postCount })
        )}
        <time dateTime={thread.lastPostAt}>{ago(thread.lastPostAt, now)}</time>
      </div>
    </>
  );
}
