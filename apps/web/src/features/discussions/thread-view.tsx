import { Fragment, useState } from 'react';
import { useText } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { useNow } from '../../ui/use-now.js';
import { EmptyState } from '../../ui/states.js';
import { useSession } from '../people/session.js';
import { Composer } from './composer.js';
import { PendingCard, PostCard } from './post-card.js';
import type { ShownPost } from './thread-posts.js';
import type { LiveThread, ThreadDetail } from './use-thread.js';
import styles from './thread.module.css';

interface ThreadViewProps {
  thread: LiveThread;
  head: ThreadDetail;
  /** The last post that had been read when the page was opened: what follows it is new. */
  readUpTo: string | null | undefined;
}

/** The posts of a thread, oldest first, and the place to answer. */
export function ThreadView({ thread, head, readUpTo }: ThreadViewProps) {
  const text = useText();
  const now = useNow();
  const { viewer } = useSession();
  const [parent, setParent] = useState<ShownPost>();
  const canReply = Boolean(viewer && head.group.viewer?.member && !head.locked);
  const answer = (post: ShownPost) => {
    setParent(post);
    document.getElementById('reply')?.focus();
  };
  return (
    <div>
      <h2 className="sr-only">{text('thread.posts')}</h2>
      <Earlier thread={thread} />
      <ol className={styles['posts']} aria-label={text('thread.posts')}>
        {thread.state.posts.map((post, index) => (
          <Fragment key={post.id}>
            {thread.state.posts[index - 1]?.id === readUpTo && readUpTo && <NewMark />}
            <li>
              <PostCard
                post={post}
                standing={post.author ? thread.state.standings.get(post.author.id) : undefined}
                now={now}
                onAnswer={canReply ? answer : undefined}
                onReact={viewer ? (emoji, on) => thread.react(post.id, emoji, on) : undefined}
              />
            </li>
          </Fragment>
        ))}
        {thread.state.pending.map((post) => (
          <li key={post.key}>
            <PendingCard
              post={post}
              name={viewer?.name ?? ''}
              onRetry={() => void thread.reply(post.body, undefined, post.key)}
              onDrop={() => thread.drop(post.key)}
            />
          </li>
        ))}
      </ol>
      {canReply ? (
        <Composer threadId={head.id} parent={parent} onForgetParent={() => setParent(undefined)} send={thread.reply} />
      ) : (
        <EmptyState title={text(head.locked ? 'thread.locked' : viewer ? 'thread.joinFirst' : 'thread.signInFirst')} />
      )}
    </div>
  );
}

function NewMark() {
  const text = useText();
  return (
    <li className={styles['newLine']}>
      <span>{text('thread.new')}</span>
    </li>
  );
}

function Earlier({ thread }: { thread: LiveThread }) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  if (thread.state.earlier === null) return null;
  const load = async () => {
    setBusy(true);
    await thread.loadEarlier();
    setBusy(false);
  };
  return (
    <Button onPress={() => void load()} busy={busy}>
      {text('thread.earlier')}
    </Button>
  );
}
