import { FollowThreadDocument, type FollowState } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useConnection } from '../../live/connection.js';
import { useAction } from '../../live/operations.js';
import { CopyText } from '../../ui/copy-text.js';
import { Select } from '../../ui/field.js';
import { RefusalSummary } from '../../ui/form.js';
import { ThemeBadges } from '../theme-badges.js';
import styles from './thread.module.css';
import type { ThreadDetail } from './use-thread.js';

const followStates = ['FOLLOWING', 'NORMAL', 'MUTED'] as const satisfies readonly FollowState[];

/** Beside a thread: whether it is live, what it is about, how to take part by mail, how much of it one wants. */
export function ThreadAside({ head }: { head: ThreadDetail }) {
  const text = useText();
  const connection = useConnection();
  const live = connection === 'live';
  const starting = connection === 'idle' || connection === 'connecting';
  return (
    <aside className={styles['aside']} aria-label={text('thread.about')}>
      <p className={styles['live']} data-on={live || undefined}>
        {text(live ? 'thread.live' : starting ? 'thread.connecting' : 'thread.notLive')}
      </p>
      <ThemeBadges themes={head.themes} />
      {head.viewer && <Follow threadId={head.id} state={head.viewer.follow} />}
      <div className={styles['panel']}>
        <h2>{text('thread.mail')}</h2>
        <p>{text('thread.mail.lead')}</p>
        <CopyText value={head.address} label={text('thread.mail.copy')} />
      </div>
    </aside>
  );
}

function Follow({ threadId, state }: { threadId: string; state: FollowState }) {
  const text = useText();
  const { run, refusal } = useAction(FollowThreadDocument);
  return (
    <div className={styles['panel']}>
      {refusal && <RefusalSummary refusal={refusal} />}
      <Select
        label={text('thread.follow')}
        defaultValue={state}
        options={followStates.map((value) => ({ value, label: text(`follow.${value}`) }))}
        onChange={(chosen) => void run({ input: { threadId, state: chosen } })}
      />
    </div>
  );
}
