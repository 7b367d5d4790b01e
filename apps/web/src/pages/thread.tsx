import { useState } from 'react';
import { useParams } from 'react-router';
import { ThreadAside } from '../features/discussions/thread-aside.js';
import { ThreadView } from '../features/discussions/thread-view.js';
import styles from '../features/discussions/thread.module.css';
import { useThread } from '../features/discussions/use-thread.js';
import { useSession } from '../features/people/session.js';
import type { PostCardFragment } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { announce } from '../live/announcer.js';
import { Page } from '../ui/page.js';
import { PageError, PageSkeleton } from '../ui/states.js';
import NotFoundPage from './not-found.js';

export default function ThreadPage() {
  const { id = '' } = useParams();
  return <ThreadById key={id} id={id} />;
}

function ThreadById({ id }: { id: string }) {
  const text = useText();
  const { viewer } = useSession();
  const say = (post: PostCardFragment) => {
    if (post.author?.id !== viewer?.id || !viewer) announce(text('thread.arrived', { name: post.authorName }));
  };
  const thread = useThread(id, say);
  const { head } = thread;
  const [opened, setOpened] = useState<{ readUpTo?: string | null }>();
  // Where reading had ended is taken once, from the first answer: later ones count what is being read now.
  if (head && !opened) setOpened({ readUpTo: head.viewer?.unreadCount ? head.viewer.lastReadPostId : undefined });
  if (head === null) return <NotFoundPage />;
  if (!head) {
    return thread.refusal ? <PageError refusal={thread.refusal} again={thread.again} /> : <PageSkeleton />;
  }
  const crumbs = [
    { to: '/groups', label: text('groups.title') },
    { to: `/groups/${head.group.slug}`, label: head.group.name },
  ];
  return (
    <Page title={head.title} crumbs={crumbs}>
      <div className={styles['layout']}>
        <ThreadView thread={thread} head={head} readUpTo={opened?.readUpTo} />
        <ThreadAside head={head} />
      </div>
    </Page>
  );
}
