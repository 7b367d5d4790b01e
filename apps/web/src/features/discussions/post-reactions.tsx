import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useText } from '../../i18n/i18n.js';
import type { Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button.js';
import { RefusalSummary } from '../../ui/form.js';
import { Icon } from '../../ui/icon.js';
import { Menu } from '../../ui/menu.js';
import { arranged, offered, type Reaction } from './reactions.js';
import type { ShownPost } from './thread-posts.js';
import styles from './thread.module.css';

interface PostActsProps {
  post: ShownPost;
  onAnswer?: (post: ShownPost) => void;
  /** Left out for who is not signed in: the reactions can then be read only. */
  onReact?: (emoji: string, on: boolean) => Promise<Refusal | undefined>;
}

/** Below a post: what readers give it, and what the viewer may do with it. */
export function PostActs({ post, onAnswer, onReact }: PostActsProps) {
  const text = useText();
  const [refusal, setRefusal] = useState<Refusal>();
  const [kept, setKept] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const react = async (emoji: string, on: boolean) => {
    const given = post.reactions.some((one) => one.emoji === emoji && one.viewerReacted);
    if (busy || !onReact || given === on) return;
    setBusy(true);
    // The button of what was taken back stays, also when nobody else gives it: the focus is on it.
    if (!on) setKept([...kept, emoji]);
    setRefusal(await onReact(emoji, on));
    setBusy(false);
  };
  const toggle = onReact && ((emoji: string, on: boolean) => void react(emoji, on));
  return (
    <>
      {refusal && <RefusalSummary refusal={refusal} />}
      <Reactions reactions={arranged(post.reactions, kept)} toggle={toggle} />
      {(onAnswer || toggle) && (
        <div className={styles['acts']}>
          {onAnswer && (
            <Button
              look="quiet"
              small
              onPress={() => onAnswer(post)}
              aria-label={text('thread.answerTo', { name: post.authorName })}
            >
              <Icon name="reply" />
              {text('thread.answer')}
            </Button>
          )}
          {toggle && (
            <Menu
              label={text('reactions.reactTo', { name: post.authorName })}
              button={{ look: 'quiet', small: true }}
              items={offered.map(({ emoji, name }) => ({
                id: name,
                label: `${emoji} ${text(`reaction.${name}`)}`,
                act: () => toggle(emoji, true),
              }))}
            >
              <Icon name="smile" />
              {text('reactions.react')}
            </Menu>
          )}
        </div>
      )}
    </>
  );
}

interface ReactionsProps {
  reactions: readonly Reaction[];
  toggle?: (emoji: string, on: boolean) => void;
}

function Reactions({ reactions, toggle }: ReactionsProps) {
  const text = useText();
  if (reactions.length === 0) return null;
  return (
    <ul className={styles['reactions']} aria-label={text('reactions.label')} role="list">
      {reactions.map(({ emoji, count, viewerReacted = false }) => (
        <li key={emoji}>
          {toggle ? (
            <AriaButton
              className={styles['reaction'] ?? ''}
              aria-pressed={viewerReacted}
              aria-label={text(viewerReacted ? 'reactions.countToo' : 'reactions.count', { emoji, count })}
              onPress={() => toggle(emoji, !viewerReacted)}
            >
              {emoji} {count}
            </AriaButton>
          ) : (
            <span className={styles['reaction']}>
              {emoji} {count}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
