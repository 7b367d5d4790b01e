import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import type { Refusal } from '../../live/refusal.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Avatar } from '../../ui/emblem.js';
import { Icon } from '../../ui/icon.js';
import { PostActs } from './post-reactions.js';
import type { Pending, ShownPost, Standing } from './thread-posts.js';

import styles from './thread.module.css';

interface PostCardProps {
  post: ShownPost;
  standing: Standing | undefined;
  now: number;
  onAnswer?: (post: ShownPost) => void;
  onReact?: (emoji: string, on: boolean) => Promise<Refusal | undefined>;
}

/** One post. Its HTML was sanitised by the server and goes into the page as it stands. */
export function PostCard({ post, standing, now, onAnswer, onReact }: PostCardProps) {
  const text = useText();
  const heading = `post-${post.id}-author`;
  return (
    <article className={styles['post']} id={`post-${post.id}`} aria-labelledby={heading}>
      <Avatar name={post.authorName} />
      <div className={styles['postBody']}>
        <PostHead post={post} standing={standing} now={now} heading={heading} />
        {post.removedAt ? (
          <p className={styles['removed']}>{text('thread.removed')}</p>
        ) : (
          <>
            <div className={styles['prose']} dangerouslySetInnerHTML={{ __html: post.html }} />
            {post.quoted && <Quoted words={post.quoted} />}
            <PostActs post={post} onAnswer={onAnswer} onReact={onReact} />
          </>
        )}
      </div>
    </article>
  );
}

interface PostHeadProps extends Pick<PostCardProps, 'post' | 'standing' | 'now'> {
  heading: string;
}

function PostHead({ post, standing, now, heading }: PostHeadProps) {
  const text = useText();
  const { ago, dateTime } = useFormat();
  return (
    <header className={styles['postHead']}>
      <h3 id={heading}>{post.authorName}</h3>
      <a href={`#post-${post.id}`} className={styles['when']}>
        <time dateTime={post.createdAt} title={dateTime(post.createdAt)}>
          {ago(post.createdAt, now)}
        </time>
      </a>
      {post.origin === 'EMAIL' && (
        <Badge tone="brass">
          <Icon name="mail" size="1em" />
          {text('thread.byMail')}
        </Badge>
      )}
      {post.editedAt && <span className={styles['when']}>{text('thread.edited')}</span>}
      {post.parent && (
        <a href={`#post-${post.parent.id}`} className={styles['when']}>
          {text('thread.inAnswerTo', { name: post.parent.authorName })}
        </a>
      )}
      {standing && <AuthorStanding standing={standing} />}
    </header>
  );
}

function AuthorStanding({ standing: { title, role, body } }: { standing: Standing }) {
  const text = useText();
  return (
    <p className={styles['standing']}>
      <span>{title ?? text(`role.${role}`)}</span>
      <span aria-hidden="true">·</span>
      {body.__typename === 'City' ? <Link to={`/cities/${body.slug}`}>{body.name}</Link> : <span>{body.name}</span>}
    </p>
  );
}

/** What was cut from a mail: the quote and the signature, kept for who wants to see them. */
function Quoted({ words }: { words: string }) {
  const text = useText();
  return (
    <details className={styles['quoted']}>
      <summary>{text('thread.quoted')}</summary>
      <pre>{words}</pre>
    </details>
  );
}

interface PendingCardProps {
  post: Pending;
  name: string;
  onRetry: () => void;
  onDrop: () => void;
}

/** A reply on its way: it stands where it will stand, and says so when it could not be sent. */
export function PendingCard({ post, name, onRetry, onDrop }: PendingCardProps) {
  const text = useText();
  return (
    <article className={`${styles['post']} ${styles['pending']}`} aria-label={text('thread.yourReply')}>
      <Avatar name={name} />
      <div className={styles['postBody']}>
        <header className={styles['postHead']}>
          <h3>{name}</h3>
          <span className={styles['when']}>{text(post.failed ? 'thread.notSent' : 'thread.sending')}</span>
        </header>
        <p className={styles['plain']}>{post.body}</p>
        {post.failed && (
          <div className={styles['row']}>
            <Button small look="primary" onPress={onRetry}>
              {text('shell.tryAgain')}
            </Button>
            <Button small onPress={onDrop}>
              {text('thread.discard')}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
